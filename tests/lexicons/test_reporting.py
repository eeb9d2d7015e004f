"""The lexicon of reporting words is well formed: columns, stances, forms that lead to one stance."""

from collections import Counter, defaultdict
from importlib.resources import files

import pytest

from firsthand.lexicons import ReportingEntry, reporting

STANCES = {"asserts", "confirms", "denies", "withholds", "expects", "supposes", "comments"}

# Forms that two verbs of different stance may share, each with its verbs; none for now.
SHARED_FORMS: dict[str, set[str]] = {}


def _of(pos: str) -> list[ReportingEntry]:
    return [entry for entry in reporting() if entry.pos == pos]


def _stances_by_form(pos: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in _of(pos):
        for form in (entry.lemma, *entry.forms):
            found[form][entry.lemma] = entry.stance
    return found


def test_there_are_enough_words_of_every_kind() -> None:
    assert len(_of("verb")) + len(_of("noun")) >= 250
    assert len(_of("phrase")) >= 50
    assert {entry.stance for entry in _of("verb")} == STANCES


def test_pos_and_stance_are_known() -> None:
    assert {entry.pos for entry in reporting()} == {"verb", "noun", "phrase"}
    assert {entry.stance for entry in reporting()} == STANCES


def test_each_lemma_appears_once_for_its_pos() -> None:
    counts = Counter((entry.lemma, entry.pos) for entry in reporting())
    assert [key for key, n in counts.items() if n > 1] == []


def test_words_are_lower_case_without_loose_space_and_forms_do_not_repeat() -> None:
    for entry in reporting():
        words = (entry.lemma, *entry.forms)
        assert all(word == " ".join(word.lower().split()) and word for word in words), entry
        assert len(set(words)) == len(words) or entry.lemma in entry.forms, entry
        assert len(set(entry.forms)) == len(entry.forms), entry


def test_every_verb_lists_its_forms() -> None:
    for entry in _of("verb"):
        particle = entry.lemma.partition(" ")[2]
        assert len(entry.forms) >= 3, entry
        assert any(form.split()[0].endswith("ing") for form in entry.forms), entry
        assert all(form.partition(" ")[2] == particle for form in entry.forms), entry


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("say", "said"),
        ("tell", "told"),
        ("deny", "denied"),
        ("admit", "admitting"),
        ("foresee", "foreseen"),
        ("rule out", "ruled out"),
        ("call into question", "calling into question"),
        ("signal", "signalled"),
        ("echo", "echoes"),
        ("undertake", "undertook"),
    ],
)
def test_irregular_and_regular_forms(lemma: str, form: str) -> None:
    assert form in next(entry.forms for entry in _of("verb") if entry.lemma == lemma)


@pytest.mark.parametrize(
    ("word", "pos", "stance"),
    [
        ("announce", "verb", "asserts"),
        ("acknowledge", "verb", "confirms"),
        ("play down", "verb", "comments"),
        ("decline", "verb", "withholds"),
        ("vow", "verb", "expects"),
        ("speculate", "verb", "supposes"),
        ("criticise", "verb", "comments"),
        ("criticize", "verb", "comments"),
        ("warning", "noun", "comments"),
        ("denial", "noun", "denies"),
        ("according to", "phrase", "asserts"),
        ("neither confirm nor deny", "phrase", "withholds"),
    ],
)
def test_stance_of_common_words(word: str, pos: str, stance: str) -> None:
    assert [entry.stance for entry in _of(pos) if entry.lemma == word] == [stance]


@pytest.mark.parametrize("pos", ["verb", "noun", "phrase"])
def test_no_form_leads_to_two_stances(pos: str) -> None:
    clashes = {form: set(by) for form, by in _stances_by_form(pos).items() if len(set(by.values())) > 1}
    assert clashes == (SHARED_FORMS if pos == "verb" else {})


def test_verbs_too_general_to_report_are_absent() -> None:
    general = {"have", "be", "do", "make", "take", "get", "see", "know", "want", "use", "give", "send"}
    assert not general & {entry.lemma for entry in _of("verb")}


def test_verbs_of_war_and_trade_are_absent() -> None:
    """A report of a strike or a withdrawal is no utterance of the side that strikes or withdraws."""
    acts = {"attack", "fire", "strike", "withdraw", "shoot down", "advance", "order", "aim", "conceal", "defend"}
    assert not acts & {entry.lemma for entry in _of("verb")}


def test_the_header_tells_origin_licence_and_meaning() -> None:
    text = (files("firsthand.lexicons") / "reporting.csv").read_text(encoding="utf-8")
    header = [line for line in text.splitlines() if line.startswith("#")]
    assert text.startswith("#")
    for word in ("origin:", "licence: Apache-2.0", "meaning of the columns", *sorted(STANCES)):
        assert any(word in line for line in header), word
