"""Fit how much each piece of evidence says about a stance: ``python -m training.stances``.

Writes lexicons/stance_weights.csv, from the marked passages that the reader was not trained on. Prints how often the
wording, the reader and both together are right.
"""

import argparse
import pathlib
from collections import Counter
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

import firsthand.lexicons
from firsthand.evaluation.written_cases import nearest
from firsthand.intake import report_from_text
from firsthand.model import STANCES, Reading, Statement
from firsthand.reader import Reader
from firsthand.statements import find_statements
from firsthand.statements.stance import LEAST
from training import written

FOLDS = 5
STEPS = 300
PENALTY = 2.0
"""Of the squared distance of a rule's weight from the weight of all wordings."""
REPORTS = 2.0
"""A wording that a rule knows weighs so many times more: reports are less tricky than the passages (docs/reader.md)."""
PLAIN = 2.0
"""Added to the weight of a bare cue, for the same reason."""
PLACE = pathlib.Path(firsthand.lexicons.__file__).parent / "stance_weights.csv"
HEAD = """\
# origin: fitted by training/stances.py to the passages of training/written that the reader was not trained on
# licence: Apache-2.0, as the project
# meaning: what speaks for a stance, in natural logarithms of odds
#   reader: times the logarithm of the reader's probability; common: how often a stance occurs at all
#   stance.*: a rule of docs/rules.md that fits (times 2, a bare cue plus 2: as suits reports); wording: one not listed
#   cases: on how many statements it was fitted
evidence,weight,cases
"""


@dataclass(frozen=True)
class Evidence:
    """What speaks for the stance of one statement, and the stance it has."""

    rule: str
    shown: str
    read: dict[str, float]
    gold: str


def evidence_in(reader: Reader) -> list[Evidence]:
    """Of every statement of the passages held out that is found, and that the reader judges."""
    found = []
    for path in written.files("statements"):
        for text, marked in written.held_out(written.passages(path)):
            report = report_from_text(text)
            reading = reader.read(report)
            _, said = find_statements([report], [reading])
            for s in marked.values():
                near = nearest(said, s.content, s.cue) if s.content else None
                read = judged(reading, near) if near is not None else {}
                if near is not None and read:
                    shown = next(f for f in near.findings if f.feature.startswith("stance."))
                    found.append(Evidence(shown.feature, shown.value, read, s.stance))
    return found


def judged(reading: Reading, statement: Statement) -> dict[str, float]:
    """The reader's probabilities of the stances of the innermost statement that a statement is."""
    said = {i for span in statement.content for i in range(span.start, span.end)}
    cue = {i for span in statement.cue for i in range(span.start, span.end)}
    best, most = {}, 0.0
    for speech in reading.inner:
        meet = [sum(reading.tokens[k].start in own for a, b in part for k in range(a, b))
                for own, part in ((said, speech.content), (cue, speech.cue))]  # fmt: skip
        if sum(meet) > most and (meet[1] or 2 * meet[0] > sum(b - a for a, b in speech.content)):
            best, most = dict(speech.stances), sum(meet)
    return best


class Scale(torch.nn.Module):
    """A log-linear model: reader's log probabilities, a weight a rule for the stance it shows, a weight a stance."""

    def __init__(self, rules: list[str]):
        super().__init__()
        self.rules = {rule: i for i, rule in enumerate(rules)}
        self.reader = torch.nn.Parameter(torch.tensor(0.5))
        self.wording = torch.nn.Parameter(torch.tensor(1.0))
        self.apart = torch.nn.Parameter(torch.zeros(len(rules) + 1))
        self.common = torch.nn.Parameter(torch.zeros(len(STANCES)))

    def forward(self, cases: list[Evidence]) -> torch.Tensor:
        read = torch.tensor([[max(c.read.get(s, 0.0), LEAST) for s in STANCES] for c in cases]).log()
        shown = F.one_hot(torch.tensor([STANCES.index(c.shown) for c in cases]), len(STANCES))
        apart = self.apart[[self.rules.get(c.rule, len(self.rules)) for c in cases]]
        return self.reader * read + (self.wording + apart)[:, None] * shown + self.common

    def fit(self, cases: list[Evidence]) -> "Scale":
        gold = torch.tensor([STANCES.index(c.gold) for c in cases])
        optimiser = torch.optim.LBFGS(self.parameters(), max_iter=STEPS, line_search_fn="strong_wolfe")

        def loss():
            optimiser.zero_grad()
            far = PENALTY * (self.apart**2).sum() + (self.common**2).sum()
            total = F.cross_entropy(self(cases), gold, reduction="sum") + far
            total.backward()
            return total

        optimiser.step(loss)
        return self


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=pathlib.Path, help="folder of the weights; without it those of the package")
    args = parser.parse_args()
    cases = evidence_in(Reader(args.weights, threads=0))
    rules = sorted({c.rule for c in cases})
    gold = np.array([STANCES.index(c.gold) for c in cases])
    fold = np.random.default_rng(1).permutation(len(cases)) % FOLDS
    together = np.zeros(len(cases), int)
    with torch.no_grad():
        for k in range(FOLDS):
            with torch.enable_grad():
                scale = Scale(rules).fit([c for c, f in zip(cases, fold, strict=True) if f != k])
            together[fold == k] = scale([c for c, f in zip(cases, fold, strict=True) if f == k]).argmax(1).numpy()
    for name, said in (
        ("wording", [STANCES.index(c.shown) for c in cases]),
        ("reader", [STANCES.index(max(c.read, key=lambda s: c.read[s])) for c in cases]),
        ("together, cross-fitted", together),
    ):
        print(f"{name:<24} {100 * np.mean(np.array(said) == gold):5.1f}  of {len(cases)}")
    scale = Scale(rules).fit(cases)
    count = Counter(c.rule for c in cases)
    stances = Counter(c.gold for c in cases)
    rules_of = {rule: (scale.wording + scale.apart[i]).item() for rule, i in scale.rules.items()}
    rows = [("reader", scale.reader.item(), len(cases)), ("wording", REPORTS * scale.wording.item(), len(cases))]
    rows += [(f"common {s}", w.item(), stances[s]) for s, w in zip(STANCES, scale.common, strict=True)]
    rows += [(r, w + PLAIN if r == "stance.cue" else REPORTS * w, count[r]) for r, w in rules_of.items()]
    lines = "".join(f"{name},{weight:.3f},{n}\n" for name, weight, n in rows)
    PLACE.write_text(HEAD + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
