"""Who speaks: pronouns, roles, short names and metonyms of one report resolved to its speakers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from firsthand.language.gazetteer import NameMention, names_between
from firsthand.language.numbers import value_of
from firsthand.language.trees import Tree
from firsthand.statements.cues import Cues
from firsthand.statements.describe import describe, span_of_name
from firsthand.statements.introduced import Resolved
from firsthand.statements.mentions import Mention, read_mention
from firsthand.statements.pronoun_resolution import Pronouns
from firsthand.statements.role_resolution import Roles
from firsthand.statements.speakers import Speakers
from firsthand.statements.taken_up import group_before, group_size, one_of_two, people_before
from firsthand.statements.utterance import Range

BELOW = 3
"""Paragraphs below a headline in which the person is looked for whom it names by a role."""
_SPOKEN_OUT = frozenset('!?”"')
"""Marks at the end of a first line that is rather somebody's words than a headline."""


class Resolver:
    """Resolves the source phrases of one report in the order of the text."""

    def __init__(self, tree: Tree, cues: Cues, names: list[NameMention]):
        self._tree, self._cues, self._names = tree, cues, names
        self._speakers = Speakers(tree, cues, names)
        self._introduced, self._organisations = self._speakers.introduced, self._speakers.organisations
        self._pronouns = Pronouns(self._speakers, lambda span, head: self.resolve(span, head, remember=False))
        self._roles = Roles(self._speakers)
        self._full = self._speakers.full_names
        self._named: dict[str, list[Resolved]] = {}
        self._introduced_as: dict[str, list[Resolved]] = {}
        for _, known in self._introduced.people:
            _file_by_name(self._introduced_as, known)

    def resolve(
        self, span: Range, subject: int | None, *, remember: bool = True, others: Sequence[Range] = ()
    ) -> Resolved:
        """The speaker that the source phrase stands for; what stands in ``others`` tells of other voices."""
        mention = read_mention(self._tree, self._cues, span, subject, self._names, others)
        found = (
            self._pronouns.resolve(mention)
            or self._one_of_them(mention)
            or self._counted(mention)
            or self._short_name(mention)
            or self._roles.resolve(mention)
        )
        found = found or self._of_headline(mention) or self._abbreviated(mention)
        found = found or self._named_soon(mention) or self._anybody(mention) or self._plain(mention)
        if not mention.pronoun and not found.speaker.states and not found.mention.states:
            found = self._with_state(found, mention)
        if found.speaker.kind == "media" and found.speaker.named and not found.findings:
            self._organisations.remember(found)
        if remember:
            self._speakers.seen.append((mention.head, found))
            _file_by_name(self._named, found)
        return found

    def another(self, span: Range, known: str) -> Resolved | None:
        """Whom a pronoun stands for that cannot mean the speaker with the key ``known``: him, the document."""
        return self._pronouns.another(span, known)

    def _abbreviated(self, mention: Mention) -> Resolved | None:
        found = self._organisations.abbreviated(mention)
        if found is None:
            return None
        return self._speakers.taken_for("coreference.organisation", mention, found)

    def _named_soon(self, mention: Mention) -> Resolved | None:
        """A guard said so. The guard, Ada Lind, …: she."""
        soon = None if mention.definite or mention.person else self._introduced.named_soon(mention)
        return self._speakers.taken_for("coreference.role", mention, soon) if soon is not None else None

    def _anybody(self, mention: Mention) -> Resolved | None:
        """The man, the caller, the 71-year-old: the person of no name of whom the sentences before told last."""
        first, last = mention.span
        anybody = self._speakers.is_anybody(mention) and not self._cues.has("any_calling", mention.noun)
        if not (anybody and mention.definite) or mention.plural or mention.person or mention.states or last - first > 5:
            return None
        known = self._pronouns.unnamed_before(mention)
        return self._speakers.taken_for("coreference.role", mention, known) if known is not None else None

    def _plain(self, mention: Mention) -> Resolved:
        return Resolved(describe(self._tree, self._cues, mention), mention, ())

    def _with_state(self, found: Resolved, mention: Mention) -> Resolved:
        """The speaker with the state that the words around it give: its ministry, one of the officials."""
        if mention.possessive:
            owner = self._state_before(mention) or self._speakers.latest(_for_a_state, mention)
            feature = "coreference.possessive"
        else:
            owner = self._side(mention)
            feature = "coreference.side"
        if owner is None:
            return found
        meant = replace(mention, states=owner.speaker.states)
        finding = self._speakers.finding(feature, mention, owner)
        speaker = describe(self._tree, self._cues, meant)
        if speaker.key != found.speaker.key and found.speaker.named and not speaker.key.startswith("body:"):
            speaker = replace(found.speaker, states=owner.speaker.states)
        return Resolved(speaker, meant, (*found.findings, finding))

    def _state_before(self, mention: Mention) -> Resolved | None:
        """The state named first in the sentence, before its ministry, its army."""
        tokens = self._tree.tokens
        first = tokens[self._tree.sentence(mention.head)[0]].start
        start = tokens[mention.wide[0]].start
        here = [n for n in names_between(self._names, first, start) if n.kind == "state"]
        span = span_of_name(self._tree, here[0]) if here else None
        if span is None:
            return None
        other = read_mention(self._tree, self._cues, span, span[1] - 1, self._names)
        other = replace(other, states=(here[0].canonical,))
        return Resolved(describe(self._tree, self._cues, other), other, ())

    def _side(self, mention: Mention) -> Resolved | None:
        """The one state for which somebody spoke in the two sentences before a ministry or minister of no state."""
        inside = self._tree.tokens[mention.wide[0]].start, self._tree.tokens[mention.wide[1] - 1].end
        here = names_between(self._names, *inside)
        if mention.plural is False and self._cues.has("part_of", self._tree.tokens[mention.span[0]].text):
            words = {self._tree.tokens[i].lemma.lower() for i in range(*mention.span)}
            return self._speakers.latest(
                lambda r: r.speaker.plural and r.mention.noun in words and _for_a_state(r), mention
            )
        if not any(not n.state and self._cues.has("of_a_state", n.canonical) for n in here):
            return None
        sentence = self._tree.tokens[mention.head].sentence
        for head, known in reversed(self._speakers.seen):
            close = sentence - self._tree.tokens[head].sentence <= 2
            if head < mention.head and close and _for_a_state(known):
                return known if len(known.speaker.states) == 1 else None
        return None

    def _counted(self, mention: Mention) -> Resolved | None:
        """All three, both, the two: the group of so many that one of the sentences before tells of."""
        number = group_size(self._tree, self._cues, mention.span)
        head = group_before(self._tree, mention.head, number) if number else None
        one = one_of_two(self._tree, self._cues, mention.span) if head is None else None
        if one is not None:
            span = self._tree.noun_phrase(one, conjuncts=False)
        elif head is not None:
            span = self._tree.noun_phrase(head)
        else:
            return None
        known = self._speakers.described(span, self._tree.head_of(span))
        return self._speakers.taken_for("coreference.group", mention, known)

    def _one_of_them(self, mention: Mention) -> Resolved | None:
        """One of them, one of the three explained: of the officials who spoke last, whoever it was."""
        first, last = mention.span
        words = [self._tree.word(i) for i in range(first, last)]
        counted = words[:3] == ["one", "of", "the"] and last - first == 4 and value_of(words[-1]) is not None
        if not counted and words != ["one", "of", "them"]:
            return None
        people = people_before(self._tree, self._tree.sentence(mention.head)[0])
        known = self._speakers.latest(lambda r: r.speaker.plural, mention)
        if people is not None and (known is None or known.mention.head < people):
            known = self._speakers.described(self._tree.noun_phrase(people, conjuncts=False), people)
        if known is None:
            return None
        return self._speakers.taken_for("coreference.group", mention, known)

    def _of_headline(self, mention: Mention) -> Resolved | None:
        """Rifles are gone, says commander: the person whom the text below calls the commander."""
        tree = self._tree
        end = tree.headline[1]
        if mention.head >= end or tree.tokens[end - 1].text in _SPOKEN_OUT or mention.plural or mention.person:
            return None
        if not (tree.is_person(mention.head) or self._introduced.is_role(mention.head)):
            return None
        for i, known in self._introduced.people:
            below = tree.paragraph_of[i]
            other = mention.states and known.speaker.states and mention.states != known.speaker.states
            if not 0 < below <= BELOW or other:
                continue
            words = {tree.word(k) for k in range(*known.mention.wide)}
            if mention.noun in words or (mention.office and mention.office == known.mention.office):
                return self._speakers.taken_for("coreference.headline", mention, known)
        return None

    def _short_name(self, mention: Mention) -> Resolved | None:
        """A surname alone stands for the full name that the report gives elsewhere."""
        name = mention.person.lower()
        if not name or mention.people:
            return None
        full = self._full.get(name.split()[-1]) if " " not in name else None
        last = name.split()[-1]
        for known in chain(reversed(self._named.get(last, [])), self._introduced_as.get(last, [])):
            other = known.mention.person.lower()
            alike = other and (other == name or name in (other.split()[-1], other.split()[0]))
            if alike or (other and full and other == full.lower()):
                speaker = known.speaker
                own = describe(self._tree, self._cues, mention)
                if len(mention.person) > len(known.mention.person) or (own.states and not speaker.states):
                    speaker = replace(own, role=mention.role or speaker.role)
                if not (speaker.role or speaker.states) or speaker.kind == "other" or speaker.plural:
                    continue
                finding = self._speakers.finding("coreference.name", mention, known)
                return Resolved(speaker, mention, (finding,) if known.mention.head != mention.head else ())
        return None


def _file_by_name(shelf: dict[str, list[Resolved]], known: Resolved) -> None:
    """Under the surname, and under the word that stands first: Pan, for Pan Guoliang."""
    words = known.mention.person.lower().split()
    for word in dict.fromkeys((*words[-1:], *words[:1])):
        shelf.setdefault(word, []).append(known)


def _for_a_state(known: Resolved) -> bool:
    return bool(known.speaker.states) and known.speaker.kind in ("institution", "official")
