"""A published ranking as a bulletin's table: ranks and scores as published, the aspects as computed; what differs now is said below it."""

from collections.abc import Iterator

from ledger.measures.scoring.figures import COMPUTED_RANK, COMPUTED_TOTAL, RANK, STREAK, TOTAL
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.measures.scoring.places import Placed
from ledger.reports.blocks import Block, Cell, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter, Reading


def rank_table(counter: Counter, ranking: MonthRanking, pool: PoolRanking) -> Table:
    """The highest first, who was not ranked last."""
    aspects = ranking.book.scheme.aspects
    columns = (
        Column("名次", right=True), Column("单位", wrap=True), Column("得分", right=True), Column("上期", right=True),
        Column("升降"), *(Column(aspect.title, right=True, wrap=True) for aspect in aspects), Column("连续最后"),
    )  # fmt: skip
    return Table(columns, tuple(_row(counter, ranking, pool, place) for place in pool.published))


def _row(counter: Counter, ranking: MonthRanking, pool: PoolRanking, place: Placed) -> tuple[Cell, ...]:
    rank, total = (counter.score(ranking, place.unit, name) for name in (RANK, TOTAL))
    aspects = (counter.score(ranking, place.unit, a.id, picked=True) for a in ranking.book.scheme.aspects)
    last = str(counter.score(ranking, place.unit, STREAK, picked=True)) if place.unit in pool.last else ""
    before = rank_before(counter, ranking, pool, place.unit)
    return cells(
        rank.value or "不排名", place.unit, total.value, before.value if before else "",
        _moved(pool, place) if before else "",
        *(a.value or "不适用" for a in aspects), last,
    )  # fmt: skip


def compared_with(ranking: MonthRanking, pool: PoolRanking) -> MonthRanking | None:
    """The period before, if the pool was published then: what nobody had scored to the end is no measure."""
    then = ranking.before
    return then if then and then.as_published(pool.pool.kind) else None


def rank_before(counter: Counter, ranking: MonthRanking, pool: PoolRanking, unit: str) -> Reading | None:
    """In the period before, under its name of then; None where it was not ranked."""
    then = compared_with(ranking, pool)
    if then is None or pool.before.get(unit) is None:
        return None
    return counter.score(then, ranking.book.ledger.units.current(unit, then.book.day), RANK, picked=True)


def _moved(pool: PoolRanking, place: Placed) -> str:
    ranks = pool.moved(place)
    if not ranks:
        return "" if ranks is None else "持平"
    return f"升{ranks}" if ranks > 0 else f"降{-ranks}"


def corrections(counter: Counter, ranking: MonthRanking, pool: PoolRanking) -> Iterator[Block]:
    """What today's files make of each unit is counted, whether it differs or not, so that a later correction has what it was."""
    now = {
        p.unit: [counter.score(ranking, p.unit, n, picked=True) for n in (COMPUTED_TOTAL, COMPUTED_RANK)]
        for p in pool.published
    }
    told = [f"{place.unit}{_told(*now[place.unit])}" for place in pool.published if pool.differs(place)]
    kind = pool.pool.kind
    if told:
        yield Paragraph(f"更正：公布以后台账有变动，{kind}现算{'；'.join(told)}。得分和名次以公布的为准。")
    else:
        yield Paragraph(f"按现在的台账重算，{kind}各单位的得分和名次与公布的一致。")


def _told(score: Reading, rank: Reading) -> str:
    return f"{score}，第{rank.value}名" if rank.value else "不排名"


def unranked(pool: PoolRanking) -> Iterator[Block]:
    """Who was published without a rank, and why that is."""
    found = [place.unit for place in pool.published if place.rank is None]
    if found:
        yield Paragraph(f"{'、'.join(found)}本期适用的督察重点合计不到评分方案规定的最低分值，不排名。")
