"""Who comes before whom: ranks with ties, who is first and who is last (domain.md §5.3, §5.4)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from ledger.measures.scoring.card import ScoreCard

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


@dataclass(frozen=True, slots=True)
class Place:
    """``rank`` is None for a card without a score."""

    card: ScoreCard
    rank: int | None

    @property
    def unit(self) -> str:
        return self.card.unit

    @property
    def score(self) -> Decimal | None:
        return self.card.score


def ranked(cards: Sequence[ScoreCard], order: Callable[[str], object]) -> list[Place]:
    """By the rounded score, the highest first; equal scores share a rank and the next is skipped (1, 2, 2, 4).

    Within a tie, and at the end those that are not ranked, by ``order`` of their names.
    """
    scores = [c.score for c in cards]
    places = [Place(c, rank_among(c.score, scores)) for c in cards]
    return sorted(places, key=lambda p: (p.rank is None, p.rank or 0, order(p.unit)))


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
