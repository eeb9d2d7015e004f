"""How much two statements of a case share of the words that are rare in it."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firsthand.claims.proposition import Proposition


@dataclass(frozen=True, slots=True)
class Weights:
    """The rarity of each stem in a case."""

    rarity: Mapping[str, float]
    lengths: dict[frozenset[str], float] = field(default_factory=dict)

    @classmethod
    def of(cls, propositions: Sequence[Proposition]) -> "Weights":
        """Weights from the statements of a case."""
        counts = Counter(stem for p in propositions for stem in p.stems)
        return cls({stem: math.log(1 + len(propositions) / n) for stem, n in counts.items()})

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Cosine of the two sets of stems, 0 to 1; 0 where one is empty."""
        if not one or not other:
            return 0.0
        shared = sum(self.rarity[s] ** 2 for s in sorted(one & other))
        return shared / (self._length(one) * self._length(other))

    def _length(self, stems: frozenset[str]) -> float:
        if stems not in self.lengths:
            self.lengths[stems] = math.sqrt(sum(self.rarity[s] ** 2 for s in sorted(stems)))
        return self.lengths[stems]
