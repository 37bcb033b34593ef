"""一月一排名: the published ranking of each pool, why units gained and lost, who speaks and who is consulted (S3 #48, #53, #56).

What teams are rated with (双向测评) stands with what the public thinks: it is never mixed into units' scores.
"""

from collections.abc import Iterable, Iterator

from ledger.measures.scoring.figures import STREAK
from ledger.measures.scoring.lacking import lacking
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.model.registers.rankings import Ranking
from ledger.reports.blocks import Block, Fold, Heading, Paragraph
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.layout import RANKED
from ledger.reports.bulletin.rank_reasons import gains_and_losses, what_cost_most
from ledger.reports.bulletin.rank_table import corrections, rank_table, unranked
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import sentence
from ledger.reports.words import cn_date


def _build(counter: Counter) -> list[Block]:
    ranking = counter.month.ranking
    if ranking is None or _kept_inside(ranking):
        return []
    if ranking.published is None:
        return [Paragraph(_not_yet(ranking))]
    pools = [pool for pool in ranking.pools if pool.published]
    blocks: list[Block] = [Paragraph(_published(ranking, ranking.published))]
    for pool in pools:
        blocks += _pool(counter, ranking, pool)
    return [*blocks, *_called(counter, ranking, pools), Paragraph(_method(ranking))]


def _kept_inside(ranking: MonthRanking) -> bool:
    """As it was published; one that was not, as the scheme says."""
    return (ranking.published or ranking.book.scheme).publish == "内部"


def _not_yet(ranking: MonthRanking) -> str:
    """Named, not counted: who has to score what is listed by ``ledger rank``."""
    kinds = [pool.kind for pool in ranking.book.scheme.pools]
    waiting = [m.checkpoint for m in lacking(ranking, kinds)]
    ways = {
        "还没有人评分的督察重点": [p for p in waiting if p.by == "人工"],
        "还没有核实的": [p for p in waiting if p.by == "混合"],
        "程序没有算法的": [p for p in waiting if p.by == "自动"],
    }
    told = (
        f"{words}：{'、'.join(f'{p.id}{p.title}' for p in points)}"
        for words, points in ways.items()
        if points
    )
    return sentence("本期排名还没有公布", *told)


def _published(ranking: MonthRanking, done: Ranking) -> str:
    scheme = ranking.book.scheme
    version = f"{cn_date(scheme.from_)}起执行的一版评分方案" if scheme.from_ else "scoring.yaml的评分方案"
    basis = f"（{scheme.basis}）" if scheme.basis else ""
    return f"本期排名{cn_date(done.date)}由{done.by}公布，按{version}{basis}评分。"


def _pool(counter: Counter, ranking: MonthRanking, pool: PoolRanking) -> Iterator[Block]:
    kind = pool.pool.kind
    yield Heading(f"{kind}排名", 3)
    yield rank_table(counter, ranking, pool)
    yield from unranked(pool)
    yield from gains_and_losses(counter, ranking, pool)
    yield Fold(f"{kind}各单位失分最多的督察重点", (what_cost_most(counter, ranking, pool),))
    yield from corrections(counter, ranking, pool)


def _called(counter: Counter, ranking: MonthRanking, pools: Iterable[PoolRanking]) -> Iterator[Block]:
    """Who speaks at the next review meeting, and whom the office visits in the month after."""
    pools = list(pools)
    pledging = [
        f"{unit}（{_last(counter, ranking, pool, unit)}）" for pool in pools for unit in pool.pledging
    ]
    told = {
        "典型发言": [unit for pool in pools for unit in pool.first],
        "表态发言": pledging,
        "下月会诊": [unit for pool in pools for unit in pool.consulted],
    }
    yield Heading("发言和会诊", 3)
    yield Paragraph(sentence(*(f"{word}：{'、'.join(units) or '没有'}" for word, units in told.items())))


def _last(counter: Counter, ranking: MonthRanking, pool: PoolRanking, unit: str) -> str:
    """``2017-08、2017-09、2017-10连续3次最后``."""
    months = pool.streaks[unit]
    if len(months) == 1:
        return "本期最后"
    return f"{'、'.join(reversed(months))}连续{counter.score(ranking, unit, STREAK)}最后"


def _method(ranking: MonthRanking) -> str:
    return (
        "得分、名次照公布的列出，以后不改；各方面的得分和算式按台账现算。有不适用的督察重点的，总分按适用的分值折合成百分，"
        "所以各方面相加不一定等于总分。并列的名次相同，下一个名次空出。"
        f"每个单位逐项的算式和事项用 ledger score 单位 --month {ranking.month} 列出。"
    )


SECTION = Section("ranking", "一月一排名", _build, since=RANKED)
