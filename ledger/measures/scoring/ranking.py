"""Who comes before whom: units by their cards, with ties (domain.md §5.3)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ledger.measures.scoring.card import ScoreCard
from ledger.measures.scoring.places import rank_among


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
