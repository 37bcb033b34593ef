"""Who is first and who is last, of places computed or published (domain.md §5.3, §5.4): read without scoring anybody."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol

FEWEST = 3
"""In a pool of fewer ranked units nobody is last."""


class Placed(Protocol):
    """A unit with its place: as computed, or as published."""

    @property
    def unit(self) -> str: ...
    @property
    def score(self) -> Decimal | None: ...
    @property
    def rank(self) -> int | None: ...


def score_text(place: Placed) -> str | None:
    """``92.40``, however it was written when it was published; None where it is not ranked."""
    return f"{place.score:.2f}" if place.score is not None else None


def rank_among(score: Decimal | None, scores: Iterable[Decimal | None]) -> int | None:
    """One more than the number of higher scores; None without a score."""
    return 1 + sum(other > score for other in scores if other is not None) if score is not None else None


def first_of(places: Sequence[Placed]) -> list[str]:
    """Who is first; nobody where all are equal."""
    return _at(places, 1) if _differ(places) else []


def last_of(places: Sequence[Placed]) -> list[str]:
    """All that share the last rank; nobody where all are equal, or in a pool of fewer than :data:`FEWEST`."""
    known = [p.rank for p in places if p.rank is not None]
    if len(known) < FEWEST or not _differ(places):
        return []
    return _at(places, max(known))


def _at(places: Sequence[Placed], rank: int) -> list[str]:
    return [p.unit for p in places if p.rank == rank]


def _differ(places: Sequence[Placed]) -> bool:
    return len({p.rank for p in places if p.rank is not None}) > 1
