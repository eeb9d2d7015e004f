"""Stances told by classes of words beside a cue, in whatever order: a near-negation and a word of denial withhold."""

from firsthand.language.trees import Tree
from firsthand.statements.utterance import Utterance
from firsthand.statements.wording import around_cue, opens, plain, wording

Composed = tuple[str, str, str]
"""Stance, name of the rule, and the sentence that tells why."""

_STOPS = frozenset({",", ";", ":", "—", "–", "and", "but", "while", "who", "whose", "which", "where", "."})


def composed(tree: Tree, u: Utterance, stances: frozenset[str], said: str) -> Composed | None:
    """The stance that classes of words give together, None where none decides.

    ``stances`` are those of the cue's own words. Nothing is decided against a cue that confirms, expects or supposes.
    """
    if stances - {"asserts", "comments", "denies"}:
        return None
    zone = _voice(tree, u) + zone_of(tree, u) if u.cue or u.source else said.split(" ; ")[0]
    if wording("not_negative", zone):
        return None
    negative = wording("near_negative", zone) is not None
    for group, wanted, stance, why in _TABLE:
        if wanted is negative and wording(group, zone) and ("denies" not in stances or group in _OF_DENIAL):
            return stance, "stance.composed", why
    return None


def zone_of(tree: Tree, u: Utterance) -> str:
    """The words between source and content; where the cue trails, those around it up to a comma or "and"."""
    if any(a > u.head for a, _ in u.content):
        return around_cue(tree, u)
    begin, end = tree.sentence(u.head)
    first = max([begin, *(b for _, b in u.content if b <= u.head)])
    while first < u.head and tree.word(first) in _STOPS:
        first += 1
    last = u.head + 1
    while last < min(end, u.head + 9) and tree.word(last) not in _STOPS:
        last += 1
    return plain(tree, [i for i in range(first, last) if not any(a <= i < b for a, b in u.source)])


def _voice(tree: Tree, u: Utterance) -> str:
    """Few officers believe it: the word that makes the voice nobody's."""
    words = plain(tree, list(range(*u.source[0]))[:2]) if u.source else ""
    return (opens("no_voice", words) or "") + " "


_TABLE: tuple[tuple[str, bool, str, str], ...] = (
    ("word_of_hiding", True, "confirms", "It is not hidden and not disputed."),
    ("denial_dropped", True, "confirms", "A denial is given up."),
    ("word_of_denial", True, "withholds", "Not denying is neither denial nor confirmation."),
    ("word_of_judging", True, "comments", "The source will not judge it and does not say whether it is so."),
    ("word_of_belief", True, "denies", "The source does not believe it."),
    ("grounds_lacking", True, "denies", "The source finds nothing that shows it."),
    ("word_of_evidence", True, "withholds", "The source has seen nothing that shows it."),
    ("word_of_saying", True, "withholds", "The source does not say whether it is so."),
    ("denial_dropped", False, "confirms", "A denial is given up."),
    ("word_of_silence", False, "withholds", "The source keeps silent."),
    ("word_of_silence", True, "withholds", "The source keeps silent."),
    ("word_of_scorn", False, "denies", "The source laughs at it."),
    ("word_of_doubt", False, "denies", "The source doubts that it is so."),
)
_OF_DENIAL = frozenset({"word_of_hiding", "denial_dropped", "word_of_denial"})
