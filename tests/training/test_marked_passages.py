"""The marked passages that the reader is trained on can be read, and are not the cases it is measured by."""

import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from firsthand.model import STANCES
from training import data, written

CASES = Path(__file__).parent.parent / "cases"
EWT = Path(os.environ.get("FIRSTHAND_SHARED", "../shared")) / "corpora" / "ewt" / "en_ewt-ud-train.conllu"
ALIKE = 12


def test_marks_become_spans(tmp_path: Path) -> None:
    path = tmp_path / "statements.txt"
    path.write_text(
        "[s1 Radio Sur], [c1=asserts citing] [s2 a clerk], [c2>1=denies said] [x2 no gun left].\n---\n[x1 No].\n"
    )
    with pytest.raises(ValueError, match="marks that do not fit"):
        written.passages(path)
    path.write_text("[s1 Radio Sur], [c1=asserts citing] [s2 a clerk], [c2>1=denies said] [x2 no gun left].\n")
    ((text, found),) = written.passages(path)
    assert text == "Radio Sur, citing a clerk, said no gun left."
    assert [text[a:b] for a, b in found["2"].content] == ["no gun left"]
    (example,) = written.statements(path)
    assert ("inner_via", (7, 8), [(0, 2)]) in example.links
    assert example.stances == [((7, 8), [(8, 11)], STANCES.index("denies"))]


def test_every_file_is_sound_and_every_stance_is_there() -> None:
    stances: Counter[str] = Counter()
    for path in written.files("statements"):
        for _, found in written.passages(path):
            stances.update(s.stance for s in found.values())
    assert set(stances) == set(STANCES)
    assert all(len(written.names(path)) > 100 for path in written.files("names"))


def test_no_passage_is_a_case() -> None:
    known = {run for path in CASES.glob("*.jsonl") for line in _lines(path) for run in _runs(line["text"])}
    for path in written.files("statements"):
        for text, _ in written.passages(path):
            assert not known & set(_runs(text)), f"{path.name}: {text[:80]}"


def test_names_of_a_treebank_go_by_sentence_and_word(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("a-1\t1:PER 3-4:ORG\n")
    names = written.treebank_names(path)
    assert names == {"a-1": [(1, 1, "PER"), (3, 4, "ORG")]}
    words = [f"{k + 1}\t{word}\t_\tX\t_\t_\t{k}\tdep\t_\t_" for k, word in enumerate(["Ana", "left", "Radio", "Sur"])]
    bank = tmp_path / "bank.conllu"
    bank.write_text("\n".join(["# newdoc id = a", *(f"# sent_id = a-{n}\n" + "\n".join(words) + "\n" for n in (1, 2))]))
    treebank = data.Treebank()
    treebank.read(bank, names)
    (document,) = treebank.documents()
    person, organisation = (1 + 2 * data.ENTITIES.index(label) for label in ("PER", "ORG"))
    assert document.names.tolist() == [person, 0, organisation, organisation + 1, 0, 0, 0, 0]
    path.write_text("a-1 1:PER\n")
    with pytest.raises(ValueError, match="an id, a tab"):
        written.treebank_names(path)


@pytest.mark.skipif(not EWT.is_file(), reason=f"no {EWT}: the treebank is not part of the project")
def test_names_of_ewt_lie_in_its_sentences() -> None:
    length, sentence = {}, ""
    for line in EWT.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            sentence = line.partition("=")[2].strip()
        elif line and line.partition("\t")[0].isdigit():
            length[sentence] = int(line.partition("\t")[0])
    for sentence, names in written.treebank_names(written.EWT_NAMES).items():
        ends = [0, *(k for first, last, _ in names for k in (first, last)), length[sentence]]
        assert ends == sorted(ends), sentence


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _runs(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[i : i + ALIKE]) for i in range(len(words) - ALIKE + 1)]


@pytest.mark.parametrize("before", [True, False])
def test_a_passage_beside_another_keeps_its_own_spans(tmp_path: Path, before: bool) -> None:
    path = tmp_path / "statements.txt"
    path.write_text(
        "[s1 Radio Sur], [c1=asserts citing] [s2 a clerk], [c2>1=denies said] [x2 no gun left].\n---\n"
        "[s1 The mayor] [c1=asserts said] [x1 it had].\n"
    )
    one, other = written.statements(path)
    both = one.beside(other, before=before)
    (told,) = both.told
    assert len(both.words) == len(both.marks) == len(one.words) + len(other.words)
    assert [both.words[a:b] for a, b in told.content] == [["no", "gun", "left"]]
    assert [[both.words[a:b] for a, b in level] for level in told.voices] == [[["a", "clerk"]], [["Radio", "Sur"]]]
