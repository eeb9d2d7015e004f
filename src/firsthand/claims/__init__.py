"""Claims: statements of several reports that are about one proposition."""

from firsthand.claims.grouping import group_claims

__all__ = ["group_claims"]
