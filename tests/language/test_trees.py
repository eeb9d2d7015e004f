"""What a tree answers about readings made by hand, word by word."""

import itertools

import pytest

from firsthand.language.trees import Tree
from firsthand.model import Reading, Token
from firsthand.reader.words import split_words


def _tree(*lines: tuple[str, str]) -> Tree:
    """One paragraph of one sentence a line; the tags have "lemma/UPOS/deprel/head" a word, heads from 0 in the line."""
    text = "\n".join(line for line, _ in lines)
    tokens: list[Token] = []
    edges = [0]
    at = 0
    for k, (line, tags) in enumerate(lines):
        words, rows = split_words(line), [tag.split("/") for tag in tags.split()]
        for (a, b), (lemma, upos, deprel, head) in zip(words, rows, strict=True):
            tokens.append(Token(at + a, at + b, line[a:b], lemma, upos, edges[-1] + int(head), deprel, k))
        at += len(line) + 1
        edges.append(len(tokens))
    ranges = tuple(itertools.pairwise(edges))
    return Tree(Reading("R1", tuple(tokens), ranges, ranges, (), (), "by hand"), text)


ENVOY = (
    "The tall envoy of Peru and his aide, who had left Chile, said nothing.",
    "the/DET/det/2 tall/ADJ/amod/2 envoy/NOUN/nsubj/14 of/ADP/case/4 Peru/PROPN/nmod/2 and/CCONJ/cc/7 "
    "his/PRON/nmod:poss/7 aide/NOUN/conj/2 ,/PUNCT/punct/11 who/PRON/nsubj/11 "
    "have/AUX/aux/11 leave/VERB/acl:relcl/2 chile/PROPN/obj/11 "
    ",/PUNCT/punct/11 say/VERB/root/14 nothing/PRON/obj/14 ./PUNCT/punct/14",
)
REFUSAL = (
    "Officials did not deny the sale and refused to name the buyer.",
    "official/NOUN/nsubj/3 do/AUX/aux/3 not/PART/advmod/3 deny/VERB/root/3 the/DET/det/5 sale/NOUN/obj/3 "
    "and/CCONJ/cc/7 refuse/VERB/conj/3 to/PART/mark/9 name/VERB/xcomp/7 the/DET/det/11 "
    "buyer/NOUN/obj/9 ./PUNCT/punct/3",
)
QUOTED = (
    "“We sold nothing,” the agency was told.",
    "“/PUNCT/punct/2 we/PRON/nsubj/2 sell/VERB/ccomp/9 nothing/PRON/obj/2 ,/PUNCT/punct/2 ”/PUNCT/punct/2 "
    "the/DET/det/7 agency/NOUN/nsubj:pass/9 be/AUX/aux:pass/9 tell/VERB/root/9 ./PUNCT/punct/9",
)
OPEN = (
    "“Nobody paid us anything.",
    "“/PUNCT/punct/2 nobody/PRON/nsubj/2 pay/VERB/root/2 we/PRON/iobj/2 anything/PRON/obj/2 ./PUNCT/punct/2",
)


@pytest.mark.parametrize(
    ("line", "head", "conjuncts", "words"),
    [
        (ENVOY, 2, True, "The tall envoy of Peru and his aide"),
        (ENVOY, 2, False, "The tall envoy of Peru"),
        (ENVOY, 7, True, "his aide"),
        (ENVOY, 4, True, "Peru"),
        (REFUSAL, 5, True, "the sale"),
        (REFUSAL, 0, True, "Officials"),
        (QUOTED, 7, True, "the agency"),
    ],
)
def test_noun_phrases(line: tuple[str, str], head: int, conjuncts: bool, words: str) -> None:
    tree = _tree(line)
    assert tree.slice(tree.noun_phrase(head, conjuncts=conjuncts)) == words


@pytest.mark.parametrize(
    ("line", "verb", "subject"),
    [
        (ENVOY, 14, "envoy"),
        (ENVOY, 11, "envoy"),
        (REFUSAL, 3, "Officials"),
        (REFUSAL, 7, "Officials"),
        (REFUSAL, 9, "Officials"),
        (QUOTED, 2, "We"),
        (QUOTED, 9, "agency"),
    ],
)
def test_subjects_are_shared_and_relative_pronouns_resolved(line: tuple[str, str], verb: int, subject: str) -> None:
    tree = _tree(line)
    found = tree.subject(verb)
    assert found is not None
    assert tree.tokens[found].text == subject


def test_a_clause_that_is_said_does_not_borrow_the_subject_of_saying() -> None:
    tree = _tree(("Say leave!", "say/VERB/root/0 leave/VERB/ccomp/0 !/PUNCT/punct/0"))
    assert tree.subject(1) is None
    assert tree.subject(0) is None


@pytest.mark.parametrize(
    ("line", "at", "words"),
    [
        (ENVOY, 14, "The tall envoy of Peru and his aide, who had left Chile, said nothing"),
        (ENVOY, 11, "who had left Chile"),
        (QUOTED, 2, "“We sold nothing,”"),
        (REFUSAL, 9, "to name the buyer"),
    ],
)
def test_extents_leave_out_stops_and_keep_quotation_marks(line: tuple[str, str], at: int, words: str) -> None:
    tree = _tree(line)
    assert tree.slice(tree.extent(at)) == words


def test_what_lies_below_a_word_is_in_order() -> None:
    tree = _tree(REFUSAL)
    assert tree.below(3) == list(range(13))
    assert tree.below(7) == [6, 7, 8, 9, 10, 11]
    assert tree.below(0) == [0]


@pytest.mark.parametrize(("at", "negated"), [(3, True), (7, False), (9, False)])
def test_negation_belongs_to_its_verb(at: int, negated: bool) -> None:
    assert _tree(REFUSAL).negated(at) is negated


def test_the_head_of_a_range_hangs_on_what_is_outside_it() -> None:
    tree = _tree(ENVOY)
    assert tree.head_of((0, 5)) == 2
    assert tree.head_of((5, 8)) == 7
    assert tree.head_of((3, 4)) == 3


def test_children_by_relation() -> None:
    tree = _tree(QUOTED)
    assert tree.child(9, "nsubj") == 7
    assert tree.child(9, "nsubj:pass") == 7
    assert tree.child(9, "aux:pass") == 8
    assert tree.child(9, "obl", "obj") is None


@pytest.mark.parametrize(
    ("start", "most", "words"),
    [(0, 16, "The tall envoy of Peru and his aide"), (6, 16, "his aide"), (0, 3, "The tall envoy")],
)
def test_phrases_by_parts_of_speech_alone(start: int, most: int, words: str) -> None:
    tree = _tree(ENVOY)
    assert tree.slice(tree.phrase_from(start, most)) == words


def test_quotations_end_with_their_marks_or_with_the_paragraph() -> None:
    tree = _tree(QUOTED, OPEN, REFUSAL)
    assert [tree.slice(span) for span in tree.quotations] == ["“We sold nothing,”", "“Nobody paid us anything."]
    assert tree.quotation_at(2) == tree.quotations[0]
    assert tree.quotation_at(7) is None
    assert tree.quotation_at(14) == tree.quotations[1]


@pytest.mark.parametrize(("before", "after"), [('"', '"'), ("«", "»"), ("„", "”"), ("``", "''")])
def test_quotation_marks_of_several_kinds(before: str, after: str) -> None:
    line = f"He said {before}never again{after} twice"
    tags = (
        "he/PRON/nsubj/1 say/VERB/root/1 x/PUNCT/punct/4 never/ADV/advmod/4 again/ADV/obj/1 "
        "x/PUNCT/punct/4 twice/ADV/advmod/1"
    )
    tree = _tree((line, tags))
    assert [tree.slice(span) for span in tree.quotations] == [f"{before}never again{after}"]


def test_a_mark_with_little_behind_it_opens_nothing() -> None:
    tree = _tree(('It was 6" long', "it/PRON/nsubj/4 be/AUX/cop/4 6/NUM/nummod/3 x/PUNCT/punct/4 long/ADJ/root/4"))
    assert tree.quotations == []


def test_paragraphs_and_sentences_of_words() -> None:
    tree = _tree(OPEN, REFUSAL)
    assert tree.paragraph_of == [0] * 6 + [1] * 13
    assert tree.sentence(8) == (6, 19)
