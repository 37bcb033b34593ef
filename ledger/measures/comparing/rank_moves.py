"""What a change does to scores and ranks: both versions scored for the period of the day, each by its own scheme."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ledger.measures.scoring.month_ranking import MonthRanking, ranking_on
from ledger.measures.scoring.ranking import Place
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class RankMove:
    """A unit whose score or rank is another; None: it is not in that pool in that version. Both are computed, not as published."""

    unit: str
    pool: str
    before: Place | None
    after: Place | None

    @property
    def moved(self) -> bool:
        was, now = self.before, self.after
        return was is None or now is None or (was.score, was.rank) != (now.score, now.rank)


@dataclass(frozen=True, slots=True)
class RankMoves:
    """Of the period that ends in ``month``; ``published``: the newer version has its ranking, which stays as it is."""

    month: str
    published: bool
    moves: tuple[RankMove, ...]


def rank_moves(before: Ledger, after: Ledger, day: date, then: Callable[[str], str]) -> RankMoves | None:
    """Pool by pool, by the ranks of the newer version; ``then`` is what it calls a unit of the older one.

    None where one of the two scores nothing, or the day is not in a period's last month.
    """
    old, new = ranking_on(before, day), ranking_on(after, day)
    if old is None or new is None:
        return None
    pools = dict.fromkeys(pool.kind for side in (new, old) for pool in side.book.scheme.pools)
    moves = [move for pool in pools for move in _of_pool(pool, old, new, then)]
    return RankMoves(new.month, new.published is not None, tuple(move for move in moves if move.moved))


def _of_pool(pool: str, old: MonthRanking, new: MonthRanking, then: Callable[[str], str]) -> list[RankMove]:
    was = {then(place.unit): place for place in _computed(old, pool)}
    now = {place.unit: place for place in _computed(new, pool)}
    units = [*now, *(unit for unit in was if unit not in now)]
    return [RankMove(unit, pool, was.get(unit), now.get(unit)) for unit in units]


def _computed(ranking: MonthRanking, pool: str) -> list[Place]:
    return ranking.computed(pool) if ranking.book.scheme.pool(pool) else []
