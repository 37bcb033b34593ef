"""Why units gained and lost: against the period before, point by point, with the formulas; and what cost each most."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ledger.measures.scoring.card import ScoreLine
from ledger.measures.scoring.figures import TOTAL
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.rank_table import compared_with
from ledger.reports.scores.losses import cost

_POINTS, _REFS = 2, 2
"""Points of a unit that are told, and things of a point."""


def gains_and_losses(counter: Counter, ranking: MonthRanking, pool: PoolRanking) -> Iterator[Block]:
    """Who gained most and who lost most since the period before, if anybody did."""
    changes = _changes(ranking, pool)
    if ranking.before and not compared_with(ranking, pool):
        yield Paragraph("上期没有公布，不作比较。")
    most, least = max(changes.values(), default=Decimal(0)), min(changes.values(), default=Decimal(0))
    for unit, change in changes.items():
        if change == most > 0:
            yield Paragraph(_moved(counter, ranking, unit, "提高"))
    for unit, change in changes.items():
        if change == least < 0:
            yield Paragraph(_moved(counter, ranking, unit, "下降"))


def _changes(ranking: MonthRanking, pool: PoolRanking) -> dict[str, Decimal]:
    """By how much the scores that count differ, where a unit had one in both periods."""
    then = compared_with(ranking, pool)
    if then is None:
        return {}
    called, day = ranking.book.ledger.units.current, ranking.book.day
    scores = {called(p.unit, day): p.score for p in then.as_published(pool.pool.kind)}
    return {
        place.unit: place.score - was
        for place in pool.published
        if place.score is not None and (was := scores.get(place.unit)) is not None
    }


def _moved(counter: Counter, ranking: MonthRanking, unit: str, word: str) -> str:
    then = ranking.before
    assert then is not None  # noqa: S101 - something was compared
    name = ranking.book.ledger.units.current(unit, then.book.day)
    before = counter.score(then, name, TOTAL, picked=True)
    now = counter.score(ranking, unit, TOTAL)
    mine = {line.checkpoint.id: line for line in ranking.card(unit).lines}
    old = {line.checkpoint.id: line for line in then.card(name).lines}
    share = (then.card(name).exact or Fraction(100)) / 100
    gained = {
        key: _above(mine.get(key), share) - _above(old.get(key), share)
        for key in dict.fromkeys((*mine, *old))
    }
    way = 1 if word == "提高" else -1
    first = sorted((key for key in gained if gained[key] * way > 0), key=lambda key: -gained[key] * way)[
        :_POINTS
    ]
    told = (
        f"{_title(mine.get(key) or old[key])}由{_points(counter, then, name, old.get(key))}"
        f"到{_points(counter, ranking, unit, mine.get(key))}"
        for key in first
    )
    why = "；".join(told)
    return f"得分{word}最多的是{unit}，由上期{before}到{now}{f'：{why}' if why else ''}。"


def _above(line: ScoreLine | None, share: Fraction) -> Fraction:
    """By how much a point lifts a score that is ``share`` of the applicable points.

    The changes of all points sum to that of the score, the coming and going of points that do not apply included.
    """
    if line is None or line.points is None:
        return Fraction(0)
    return line.points - share * Fraction(line.weight)


def _title(line: ScoreLine) -> str:
    return f"{line.checkpoint.id}{line.checkpoint.title}"


def _points(counter: Counter, ranking: MonthRanking, unit: str, line: ScoreLine | None) -> str:
    """``6.00分（12*1/2）``; a point that does not count says so."""
    if line is None:
        return "没有这一项"
    if line.state != "计分":
        return line.state
    points = counter.score(ranking, unit, line.checkpoint.id, picked=True)
    return str(points) if line.human else f"{points}（{line.formula}）"


def what_cost_most(counter: Counter, ranking: MonthRanking, pool: PoolRanking) -> Table:
    """For every unit the points for which it lost most, and the first things behind each."""
    rows = tuple(cells(p.unit, _costs(counter, ranking, p.unit)) for p in pool.published)
    return Table((Column("单位", wrap=True), Column("失分最多的督察重点", wrap=True)), rows)


def _costs(counter: Counter, ranking: MonthRanking, unit: str) -> str:
    lines = sorted((line for line in ranking.card(unit).counted if line.lost), key=lambda line: -line.lost)
    told = (
        f"{_title(line)} 得{_points(counter, ranking, unit, line)}{_behind(line)}" for line in lines[:_POINTS]
    )
    return "；".join(told) or "没有失分"


def _behind(line: ScoreLine) -> str:
    """What it was lost for: why people took it away, else the things that cost most."""
    if line.human is not None:
        return f"，{line.human.note.replace(chr(10), ' ')}" if line.human.note else ""
    measured = line.measured
    if measured is None:
        return ""
    costing = sorted(measured.costing, key=lambda piece: -cost(measured, piece))
    found = list(dict.fromkeys(piece.ref for piece in costing))
    return f"，{'、'.join(found[:_REFS])}{'等' if found[_REFS:] else ''}" if found else ""
