"""Run the stages of stages.toml: ``python -m training.stages --corpora DIR --out DIR [--limit N]``.

Each stage writes DIR/NAME/weights.pt; one that has done so is not run again.
"""

import argparse
import pathlib
import subprocess
import sys
import tomllib

STAGES = pathlib.Path(__file__).parent / "stages.toml"


def command(stage: dict, corpora: pathlib.Path, out: pathlib.Path, limit: int) -> list[str]:
    """The arguments for the interpreter that run one stage."""
    if "average" in stage:
        parts = [f"{share}:{out / name / 'weights.pt'}" for name, share in stage["average"].items()]
        return ["-m", "training.average", "--out", str(out / stage["name"] / "weights.pt"), *parts]
    options = ["--out", str(out / stage["name"]), "--limit", str(limit)]
    for key, value in stage.items():
        if key in ("start", "teacher", "reader"):
            options += [f"--{key}", str(out / value / "weights.pt")]
        elif key != "name":
            options += [f"--{key}", *map(str, value if isinstance(value, list) else [value])]
    if "reader" in stage:
        return ["-m", "training.second", *options]
    return ["-m", "training.train", "--corpora", str(corpora), *options]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--limit", type=int, default=0, help="so many batches a stage only (a trial)")
    args = parser.parse_args()
    for stage in tomllib.loads(STAGES.read_text(encoding="utf-8"))["stage"]:
        folder = args.out / stage["name"]
        if (folder / "weights.pt").is_file():
            print(f"{stage['name']}: there already", flush=True)
        else:
            print(f"{stage['name']}:", flush=True)
            subprocess.run([sys.executable, *command(stage, args.corpora, args.out, args.limit)], check=True)


if __name__ == "__main__":
    main()
