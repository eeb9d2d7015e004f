"""Average the weights of several stages: ``python -m training.average --out FILE SHARE:FILE SHARE:FILE …``.

Labels that lie beside the first are laid beside the average."""

import argparse
import math
import pathlib
import shutil

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", metavar="SHARE:FILE", help="weights of a stage, and its share of the sum")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    args = parser.parse_args()
    parts = [(float(share), path) for share, _, path in (part.partition(":") for part in args.parts)]
    if not math.isclose(sum(share for share, _ in parts), 1.0, abs_tol=1e-6):
        parser.error(f"the shares add up to {sum(share for share, _ in parts)}, not to 1")
    states = [(share, torch.load(path, map_location="cpu", weights_only=True)) for share, path in parts]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(averaged(states), args.out)
    labels = pathlib.Path(parts[0][1]).parent / "labels.json"
    if labels.is_file():
        shutil.copy(labels, args.out.parent / labels.name)


def averaged(states):
    """The weighted sum of weights that are filed alike, by name or by part and name."""
    return {
        name: averaged([(share, state[name]) for share, state in states])
        if isinstance(first, dict)
        else sum(share * state[name].float() for share, state in states).to(first.dtype)
        for name, first in states[0][1].items()
    }


if __name__ == "__main__":
    main()
