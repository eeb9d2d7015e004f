"""Weights to go on from, out of shipped ones: ``python -m training.restore --weights DIR --out DIR``.

Writes reader/weights.pt, which ``training.train --start`` and ``training.second --reader`` take, and
reading/weights.pt, which ``training.second --start`` takes. The weights are those of eight bits: exporting them again
gives the same files. The heads that only help to train (training/export.py) are not shipped: they begin anew.
"""

import argparse
import pathlib
import re
import shutil

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from firsthand.reader.heads import SECOND
from firsthand.reader.second_reading import SECOND_FILE

_WHOLE = "encoder."
_QUANTIZED = "_quantized"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, required=True, help="folder of shipped weights")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    with np.load(args.weights / "heads.npz") as arrays:
        heads = {name: torch.from_numpy(arrays[name].astype(np.float32)) for name in arrays}
    first = {name: value for name, value in heads.items() if not name.startswith(SECOND)}
    second = {name.removeprefix(SECOND): value for name, value in heads.items() if name.startswith(SECOND)}
    for folder, state in (
        ("reader", {"encoder": full_precision(args.weights / "encoder.onnx"), "heads": first}),
        ("reading", full_precision(args.weights / SECOND_FILE) | second),
    ):
        out = args.out / folder
        out.mkdir(parents=True, exist_ok=True)
        torch.save(state, out / "weights.pt")
        shutil.copy(args.weights / "labels.json", out / "labels.json")


def full_precision(path: pathlib.Path) -> dict[str, torch.Tensor]:
    """The weights of a network of training/network.py that was exported with eight bits, by their names there."""
    graph = onnx.load(path).graph
    stored = {array.name: numpy_helper.to_array(array) for array in graph.initializer}
    found = {}
    for name, values in stored.items():
        if name.endswith(_QUANTIZED):
            plain = name.removesuffix(_QUANTIZED)
            found[plain] = (values.astype(np.float32) - stored[f"{plain}_zero_point"]) * stored[f"{plain}_scale"]
        elif not name.endswith(("_scale", "_zero_point")):
            found[name] = values
    # The exporter names the matrix of a linear layer by a number; the node that uses it is named after the layer.
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            layer = re.sub(r"/MatMul_quant$", "", node.name).strip("/").replace("/", ".")
            found[f"{layer}.weight"] = found.pop(node.input[1].removesuffix(_QUANTIZED)).T
    return {name.removeprefix(_WHOLE): torch.from_numpy(np.ascontiguousarray(value)) for name, value in found.items()}


if __name__ == "__main__":
    main()
