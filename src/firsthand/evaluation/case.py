"""A case: data with gold, and how it is measured."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from firsthand.evaluation.figures import Figures


@dataclass(frozen=True, slots=True)
class Case:
    """What is read, the files of its gold, and the measure that gives its figures."""

    name: str
    reports: tuple[Path, ...]
    gold: tuple[Path, ...]
    measure: Callable[[], Figures]

    def there(self) -> bool:
        """Whether there is something to measure."""
        return bool(self.reports and self.gold) and all(path.exists() for path in (*self.reports, *self.gold))

    def digest(self) -> str:
        """SHA-256 over names and bytes of the reports and the gold."""
        total = hashlib.sha256()
        for path in (*self.reports, *self.gold):
            total.update(path.name.encode("utf-8") + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()

    def score(self) -> Figures:
        """The figures of what Firsthand makes of the reports."""
        return self.measure()
