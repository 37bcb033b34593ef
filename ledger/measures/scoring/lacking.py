"""What stands between a ranking and its publication: which points people still have to score, of which units."""

from dataclasses import dataclass

from ledger.base.text import first_of
from ledger.measures.scoring.month_ranking import MonthRanking
from ledger.model.scoring import Checkpoint

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Lacking:
    """A point that nobody has scored, or verified, for those ``units``."""

    checkpoint: Checkpoint
    units: tuple[str, ...]
    everyone: bool

    def named(self, most: int) -> str:
        """The first few of the units; 各单位 where all of several are meant."""
        if self.everyone and len(self.units) > 1:
            return f"各单位，共{len(self.units)}个"
        return first_of(self.units, most, " 等{n}个单位")


def lacking(ranking: MonthRanking, kinds: list[str]) -> list[Lacking]:
    """Of the pools of these ``kinds``, in the order of the scheme and of units.yaml."""
    book = ranking.book
    cards = [ranking.card(unit) for kind in kinds for unit in book.units(kind)]
    waiting = {(c.unit, line.checkpoint.id) for c in cards for line in c.lines if line.state == "待评"}
    by_point = (
        (point, tuple(c.unit for c in cards if (c.unit, point.id) in waiting))
        for point in book.scheme.checkpoints
    )
    return [Lacking(point, units, len(units) == len(cards)) for point, units in by_point if units]


def obstacle(ranking: MonthRanking) -> str:
    """Why it cannot be published, as the head of a sentence; empty where the files let it."""
    done, kinds = ranking.published, [pool.kind for pool in ranking.book.scheme.pools]
    if done is not None:
        return f"{done.month} 的排名已于 {done.date} 公布，不再改写"
    if missing := lacking(ranking, kinds):
        points = [f"{m.checkpoint.id}（{m.named(_NAMED)}）" for m in missing]
        return f"还有{len(points)}个督察重点没有评完，名次只是暂定：{first_of(points, _NAMED)}"
    if not any(place.rank for kind in kinds for place in ranking.computed(kind)):
        return "没有一个单位可以排名"
    return ""
