"""Average the weights of several stages: ``python -m training.average --out FILE SHARE:FILE SHARE:FILE …``.

The labels of the first stage are laid beside the average."""

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
    first = states[0][1]
    average = {
        part: {
            name: sum(share * state[part][name].float() for share, state in states).to(value.dtype)
            for name, value in first[part].items()
        }
        for part in first
    }
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(average, args.out)
    shutil.copy(pathlib.Path(parts[0][1]).parent / "labels.json", args.out.parent / "labels.json")


if __name__ == "__main__":
    main()
