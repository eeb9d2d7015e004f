"""The reader of the package on short texts: offsets, sentences, paragraphs, furniture, odd input."""

import json
import shutil
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.model import DateRange, Reading, Report, Span
from firsthand.reader import Reader, load_reader

DAY = date(2023, 5, 10)
WEIGHTS = Path(__file__).parents[2] / "src" / "firsthand" / "reader" / "weights"

BRIEF = (
    "The foreign minister of Ostrel said on Tuesday that no shells had gone to Tavria. "
    "“We have sold nothing,” she told reporters in Vostane. "
    "Two officials who asked not to be named disagreed.\n"
    "\n"
    "Tavria's embassy did not answer. A spokesman for the port said 40 containers had left."
)
TEXTS = {
    "brief": BRIEF,
    "two lines": "Ostrel denies sale\nThe ministry said the report was false.",
    "marks": "“”\"'’… — !?",
    "one word": "Denied",
    "blanks": "A  wide   gap,\tthen a tab.",
    "no stop": "officials in tavria said the ships had left and that no one had seen them go",
    "accents": "Señor Müller told “Łódź” paper: « rien ».",
    "beyond the plane": "He wrote 🚢🚢 and said the 𝕘oods were in Ostrel.",
    "list": "1. Shells\n2. Fuses\n3. Trucks",
    "half a pair": "They said \ud800 it \udc00\ud83d was so.",
}


def _report(text: str, name: str = "R1", furniture: tuple[tuple[int, int], ...] = ()) -> Report:
    spans = tuple(Span(name, a, b) for a, b in furniture)
    days = DateRange(DAY, DAY, "test")
    return Report(name, None, None, None, None, "en", days, "", len(text.split()), text, spans)


def _read(text: str, furniture: tuple[tuple[int, int], ...] = ()) -> Reading:
    return load_reader().read(_report(text, furniture=furniture))


def _check(reading: Reading, text: str) -> None:
    """What holds of every reading."""
    n = len(reading.tokens)
    at = 0
    for token in reading.tokens:
        assert at <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        at = token.end
    for ranges in (reading.sentences, reading.paragraphs):
        assert [i for first, last in ranges for i in range(first, last)] == list(range(n))
    for k, (first, last) in enumerate(reading.sentences):
        assert [t.sentence for t in reading.tokens[first:last]] == [k] * (last - first)
        assert all(first <= t.head < last for t in reading.tokens[first:last])
        roots = [i for i in range(first, last) if reading.tokens[i].head == i]
        assert len(roots) == 1
        assert [i for i in range(first, last) if reading.tokens[i].deprel == "root"] == roots
    starts = {first for first, _ in reading.sentences}
    assert {first for first, _ in reading.paragraphs} <= starts
    for entity in reading.entities:
        assert 0 <= entity.first < entity.last <= n
    for speech in reading.speech:
        assert speech.cue
        assert speech.content
        assert 0 < speech.score <= 1
        assert all(0 <= a < b <= n for a, b in (*speech.source, *speech.cue, *speech.content))


def _sentences(reading: Reading, text: str) -> list[str]:
    return [text[reading.tokens[a].start : reading.tokens[b - 1].end] for a, b in reading.sentences]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_reading_is_sound(text: str) -> None:
    reading = _read(text)
    _check(reading, text)
    assert reading.tokens


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab cdE.,“”'’\"\n -1?") | st.characters(), max_size=80))
def test_any_text_gives_a_sound_reading(text: str) -> None:
    _check(_read(text), text)


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n"])
def test_no_words_give_an_empty_reading(text: str) -> None:
    reading = _read(text)
    assert (reading.tokens, reading.sentences, reading.paragraphs) == ((), (), ())
    assert (reading.entities, reading.speech) == ((), ())


def test_one_endless_word_is_read() -> None:
    text = "k" * 5000
    reading = _read(text)
    _check(reading, text)
    assert "".join(t.text for t in reading.tokens) == text


def test_only_quotation_marks_are_read() -> None:
    text = "“”" * 400
    reading = _read(text)
    _check(reading, text)
    assert len(reading.tokens) == len(text)


def test_a_text_of_many_windows_is_read_whole() -> None:
    text = " ".join(f"Official {n} of Ostrel said that ship {n} had sailed." for n in range(60))
    reading = _read(text)
    _check(reading, text)
    assert len(reading.sentences) == 60
    assert sum(t.lemma == "say" for t in reading.tokens) == 60


def test_sentences_are_those_that_a_person_sees() -> None:
    assert _sentences(_read(BRIEF), BRIEF) == [
        "The foreign minister of Ostrel said on Tuesday that no shells had gone to Tavria.",
        "“We have sold nothing,” she told reporters in Vostane.",
        "Two officials who asked not to be named disagreed.",
        "Tavria's embassy did not answer.",
        "A spokesman for the port said 40 containers had left.",
    ]


def test_a_text_without_capitals_has_the_same_sentences() -> None:
    paragraph = BRIEF.split("\n")[0]
    assert _read(paragraph.lower()).sentences == _read(paragraph).sentences


def test_paragraphs_are_lines() -> None:
    reading = _read(BRIEF)
    begin = [BRIEF[reading.tokens[a].start :][:7] for a, _ in reading.paragraphs]
    assert begin == ["The for", "Tavria'"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "the ministry of ostrel said that the ships which left the port on monday\n"
    text = line * 7 + "carried grain.\n\nNobody checked."
    reading = _read(text)
    _check(reading, text)
    assert len(reading.paragraphs) == 2


def test_furniture_is_not_read() -> None:
    text = "Ostrel sent the trucks. Load the next story. Tavria said thanks."
    a, b = text.index("Load"), text.index(" Tavria")
    reading = _read(text, ((a, b),))
    _check(reading, text)
    assert not [t.text for t in reading.tokens if a <= t.start < b]
    assert _sentences(reading, text) == ["Ostrel sent the trucks.", "Tavria said thanks."]
    assert len(reading.paragraphs) == 2


def test_a_report_that_is_furniture_throughout_gives_an_empty_reading() -> None:
    text = "Subscribe now. Share this."
    assert _read(text, ((0, len(text)),)).tokens == ()


def test_who_says_what_is_tagged() -> None:
    text = "The defence minister of Ostrel said on Monday that the rockets had not left the country."
    reading = _read(text)
    (speech,), tokens = reading.speech, reading.tokens
    words = [[text[tokens[a].start : tokens[b - 1].end] for a, b in part] for part in (speech.source, speech.cue)]
    assert "minister" in words[0][0]
    assert "said" in words[1][0]


def test_a_report_reads_alike_alone_and_after_others() -> None:
    fresh = Reader(threads=1)
    alone = fresh.read(_report(BRIEF))
    for text in TEXTS.values():
        fresh.read(_report(text, "R2"))
    assert fresh.read(_report(BRIEF)) == alone
    assert Reader(threads=1).read(_report(BRIEF)) == alone


FILES = ["encoder.onnx", "second.onnx", "heads.npz", "names.npz", "confidence.json", "labels.json", "tokenizer.json"]


def _copy_of_weights(folder: Path, *without: str) -> Path:
    for name in FILES:
        if name not in without:
            (folder / name).symlink_to(WEIGHTS / name)
    return folder


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileNotFoundError, match=f"{name} is missing: reinstall or name another folder"):
        Reader(_copy_of_weights(tmp_path, name))


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nowhere.* is missing: reinstall or name another folder"):
        Reader(tmp_path / "nowhere")


def test_heads_of_another_encoder_are_refused(tmp_path: Path) -> None:
    folder = _copy_of_weights(tmp_path, "heads.npz")
    with np.load(WEIGHTS / "heads.npz") as arrays:
        narrow = {name: arrays[name] for name in arrays}
    narrow["upos.weight"] = narrow["upos.weight"][:, :128]
    np.savez(folder / "heads.npz", **narrow)
    with pytest.raises(ValueError, match="heads want 128; export both from one training run"):
        Reader(folder)


def test_a_second_reading_of_another_run_is_refused(tmp_path: Path) -> None:
    folder = _copy_of_weights(tmp_path, "heads.npz")
    with np.load(WEIGHTS / "heads.npz") as arrays:
        fewer = {name: arrays[name] for name in arrays}
    fewer["second.stance.weight"] = fewer["second.stance.weight"][:3]
    np.savez(folder / "heads.npz", **fewer)
    with pytest.raises(ValueError, match=r"for 3 stances, .* export both from one training run"):
        Reader(folder)


def test_an_encoder_in_place_of_the_second_reading_is_refused(tmp_path: Path) -> None:
    folder = _copy_of_weights(tmp_path, "second.onnx")
    (folder / "second.onnx").symlink_to(WEIGHTS / "encoder.onnx")
    with pytest.raises(ValueError, match=r"second\.onnx takes ids, marks; wanted are middle, roles"):
        Reader(folder)


def test_labels_of_another_run_are_refused(tmp_path: Path) -> None:
    folder = _copy_of_weights(tmp_path, "labels.json")
    labels = json.loads((WEIGHTS / "labels.json").read_text(encoding="utf-8"))
    (folder / "labels.json").write_text(json.dumps({**labels, "upos": labels["upos"][1:]}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"the upos of labels\.json want 16"):
        Reader(folder)


def test_a_tokenizer_without_its_marks_is_refused(tmp_path: Path) -> None:
    folder = _copy_of_weights(tmp_path, "tokenizer.json")
    shutil.copy(WEIGHTS / "tokenizer.json", folder / "tokenizer.json")
    text = (folder / "tokenizer.json").read_text(encoding="utf-8").replace("[SEP]", "[END]")
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"no \[CLS\], \[SEP\] or \[UNK\]"):
        Reader(folder)


def test_a_confidence_of_other_features_is_refused(tmp_path: Path) -> None:
    folder = _copy_of_weights(tmp_path, "confidence.json")
    (folder / "confidence.json").write_text('{"bias": 0.1, "weights": {"length": 0.3}}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"confidence\.json was fitted to other features"):
        Reader(folder)
