"""Stances: which side the source of one statement takes, in texts that set traps."""

from pathlib import Path

from firsthand.evaluation.figures import Figures
from firsthand.evaluation.written_cases import HalvesTally, nearest, read_case, written_cases


def score_stances(folder: Path, name: str = "stance.jsonl") -> Figures:
    """The share of stances that are right, by half and stance; what gold also allows is right, but not ``strict``."""
    cases = written_cases(folder / name)
    tally = HalvesTally(case.gold["statement"]["stance"] for case in cases)
    strict = HalvesTally(["all"])
    for case in cases:
        gold = case.gold["statement"]
        cue = [case.place(gold["cue"])] if gold["cue"] else []
        found = nearest(read_case(case).statements, [case.place(gold["content"])], cue)
        stance = found.stance if found is not None else "nothing"
        miss = f"{case.id} ({case.gold['trap'] or 'plain'}): {gold['stance']}, found: {stance}"
        tally.add(case.half, gold["stance"], stance in (gold["stance"], gold.get("also")), miss)
        strict.add(case.half, "all", stance == gold["stance"], miss)
    figures = tally.figures()
    halves = {half: figures.pop(half) for half in ("tune", "report")}
    whole = strict.figures()
    return halves | {f"{half}, strict": whole[f"{half} all"] for half in halves} | figures
