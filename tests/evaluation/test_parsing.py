"""Words, sentences and trees against a treebank, where our words may be others."""

from pathlib import Path

import pytest

from firsthand.evaluation.parsing import score_sentences, score_trees
from firsthand.evaluation.treebanks import Document, read_documents
from firsthand.model import Reading, Token

TREEBANK = """\
# newdoc id = harbour
# sent_id = h-1
# newpar id = h-p1
# text = She can't moor here.
1\tShe\tshe\tPRON\t_\t_\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tmoor\tmoor\tVERB\t_\t_\t0\troot\t_\t_
5\there\there\tADV\t_\t_\t4\tadvmod\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# sent_id = h-2
# text = Boats of Ada's
1\tBoats\tboat\tNOUN\t_\t_\t0\troot\t_\t_
2\tof\tof\tADP\t_\t_\t3\tcase\t_\t_
2.1\tthose\tthose\tPRON\t_\t_\t_\t_\t_\t_
3\tAda\tAda\tPROPN\t_\t_\t1\tnmod:of\t_\tSpaceAfter=No
4\t's\t's\tPART\t_\t_\t3\tcase\t_\t_

# sent_id = h-3
# newpar id = h-p2
# text = Go
1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No

# newdoc id = inn
# sent_id = i-1
# text = Full
1\tFull\tfull\tADJ\t_\t_\t0\troot\t_\t_

"""
HARBOUR = "She can't moor here. Boats of Ada's\n\nGo"


@pytest.fixture
def documents(tmp_path: Path) -> tuple[Document, ...]:
    path = tmp_path / "dev.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return read_documents(path)


def reading(text: str, *sentences: list[tuple[str, str, int, str]]) -> Reading:
    """A reading of ``text`` from forms in order, with head (-1 at a root) counted from the sentence's start."""
    tokens: list[Token] = []
    ranges, at = [], 0
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for i, (form, upos, head, deprel) in enumerate(sentence):
            start = text.index(form, at)
            at = start + len(form)
            tokens.append(Token(start, at, form, form, upos, first + (i if head < 0 else head), deprel, number))
        ranges.append((first, len(tokens)))
    return Reading("R1", tuple(tokens), tuple(ranges), ((0, len(tokens)),), (), (), "test")


FIRST = [
    ("She", "PRON", 3, "nsubj"),
    ("ca", "AUX", 3, "aux"),
    ("n't", "PART", 3, "advmod"),
    ("moor", "VERB", -1, "root"),
    ("here", "ADV", 3, "advmod"),
    (".", "PUNCT", 3, "punct"),
]
SECOND = [
    ("Boats", "NOUN", -1, "root"),
    ("of", "ADP", 2, "case"),
    ("Ada", "PROPN", 0, "nmod:of"),
    ("'s", "PART", 2, "case"),
]
THIRD = [("Go", "VERB", -1, "root")]


def figures(document: Document, found: Reading) -> dict[str, float | None]:
    return {name: figure.value for name, figure in score_trees([(document, found)]).items()}


def test_the_text_is_put_together_from_the_words(documents: tuple[Document, ...]) -> None:
    harbour, inn = documents
    assert (harbour.name, harbour.text, harbour.names) == ("harbour", HARBOUR, ("h-1", "h-2", "h-3"))
    assert (inn.name, inn.text) == ("inn", "Full")
    assert [harbour.text[slice(*word.place)] for word in harbour.words] == [word.form for word in harbour.words]
    assert harbour.sentences == ((0, 6), (6, 10), (10, 11))


def test_the_same_trees_are_all_right(documents: tuple[Document, ...]) -> None:
    found = reading(HARBOUR, FIRST, SECOND, THIRD)
    assert set(figures(documents[0], found).values()) == {100.0}
    assert {f.value for f in score_sentences([(documents[0], found)]).values()} == {100.0}


def test_a_word_cut_otherwise_is_wrong_and_so_are_arcs_to_it(documents: tuple[Document, ...]) -> None:
    second = [("Boats", "NOUN", -1, "root"), ("of", "ADP", 2, "case"), ("Ada's", "PROPN", 0, "nmod:of")]
    # Eleven words in gold, ten found, nine the same; "of" hangs on a word that gold does not have.
    got = figures(documents[0], reading(HARBOUR, FIRST, second, THIRD))
    assert got == {"words": 85.7, "UPOS": 85.7, "UAS": 76.2, "LAS": 76.2, "LAS full": 76.2}


def test_a_relation_without_its_subtype_counts_for_las_alone(documents: tuple[Document, ...]) -> None:
    second = [*SECOND[:2], ("Ada", "PROPN", 0, "nmod"), SECOND[3]]
    got = figures(documents[0], reading(HARBOUR, FIRST, second, THIRD))
    assert got == {"words": 100.0, "UPOS": 100.0, "UAS": 100.0, "LAS": 100.0, "LAS full": 90.9}


def test_each_of_head_part_of_speech_and_relation_counts_for_itself(documents: tuple[Document, ...]) -> None:
    first = [*FIRST[:4], ("here", "ADJ", 3, "advmod"), (".", "PUNCT", 4, "punct")]
    third = [("Go", "VERB", -1, "dep")]
    got = figures(documents[0], reading(HARBOUR, first, SECOND, third))
    assert got == {"words": 100.0, "UPOS": 90.9, "UAS": 90.9, "LAS": 81.8, "LAS full": 81.8}


def test_sentences_run_together_lose_a_boundary_and_two_sentences(documents: tuple[Document, ...]) -> None:
    joined = [*FIRST, *((form, upos, max(head + 6, 3) if head < 0 else head + 6, d) for form, upos, head, d in SECOND)]
    got = score_sentences([(documents[0], reading(HARBOUR, joined, THIRD))])
    assert got["boundaries"].value == 80.0  # two found, both right, of three
    assert got["whole sentences"].value == 40.0  # one right


def test_words_that_are_not_spelled_as_they_stand_cannot_be_found(tmp_path: Path) -> None:
    path = tmp_path / "dev.conllu"
    path.write_text(
        "# newdoc id = a\n# sent_id = a-1\n# text = dunno\n1-2\tdunno\t_\t_\t_\t_\t_\t_\t_\t_\n"
        "1\tdo\tdo\tAUX\t_\t_\t2\taux\t_\t_\n2\tknow\tknow\tVERB\t_\t_\t0\troot\t_\t_\n\n",
        encoding="utf-8",
    )
    [document] = read_documents(path)
    assert {word.place for word in document.words} == {(0, 5)}
    assert figures(document, reading("dunno", [("dunno", "VERB", -1, "root")]))["words"] == 0.0
