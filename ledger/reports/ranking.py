"""``ledger rank``: who comes before whom in a period, what it leads to, and what is still to be scored."""

from collections.abc import Iterator, Sequence

from ledger.base.periods import Period
from ledger.measures.scoring.lacking import Lacking, lacking, obstacle
from ledger.measures.scoring.month_ranking import MonthRanking, PoolRanking
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.ranked_pool import pool_blocks
from ledger.reports.ranking_data import KEYS, ranking_data, ranking_records
from ledger.reports.words import cn_date


def ranking_report(
    ranking: MonthRanking, pools: Sequence[PoolRanking], unfinished: str = "", *, outside: bool = False
) -> Report:
    """``outside``: the scheme does not rank these pools; ``unfinished`` is why the period cannot be published yet."""
    blocks: list[Block] = [Facts(tuple(_head(ranking, unfinished, outside=outside)))]
    for pool in pools:
        blocks += pool_blocks(ranking, pool, outside=outside)
    blocks.append(_legend(ranking))
    missing = lacking(ranking, [pool.pool.kind for pool in pools if not pool.published])
    blocks += _waiting(ranking, missing)
    data = ranking_data(ranking, pools, missing, outside=outside)
    return Report(
        f"{period_words(ranking)}督察排名",
        ranking.book.day,
        tuple(blocks),
        data,
        ranking_records(ranking, pools),
        KEYS,
    )


def period_words(ranking: MonthRanking) -> str:
    """``2017年10月``, ``2017年第3季度``."""
    period = ranking.book.period
    return str(Period(period.first, period.day, period.months))


def _head(ranking: MonthRanking, unfinished: str, *, outside: bool) -> Iterator[tuple[str, Cell]]:
    scheme, done = ranking.book.scheme, ranking.published
    in_force = f"{scheme.from_}起执行的一版" if scheme.from_ else ""
    yield "评分方案", Cell("，".join(filter(None, (in_force, scheme.basis))) or "scoring.yaml")
    if scheme.publish == "内部":
        yield "公布范围", Cell("内部掌握，月报不登", Tone.WARN)
    if outside:
        kinds = "、".join(pool.kind for pool in scheme.pools)
        yield "公布", Cell(f"评分方案只排{kinds}，这一组算出来供参考，不公布", Tone.WARN)
    elif done is not None:
        yield "公布", Cell(f"{cn_date(done.date)}由{done.by}公布（{done.id}）", Tone.GOOD)
    elif why := unfinished or obstacle(ranking):
        yield "公布", Cell(f"还不能公布：{why}", Tone.WARN)
    else:
        yield "公布", Cell(f"还没有公布；ledger rank --month {ranking.month} --write 公布")


def _legend(ranking: MonthRanking) -> Block:
    names = "，".join(f"{aspect.id} {aspect.title}" for aspect in ranking.book.scheme.aspects)
    query, earlier = f"ledger score 单位 --month {ranking.month}", ranking.before
    said = f"各方面：{names}。每格是得分/适用的满分；逐项的算式用 {query} 看。"
    if earlier is not None and earlier.published is None:
        said += f"上期（{earlier.month}）没有公布，不比名次。"
    return Paragraph(said, Tone.MUTED)


def _waiting(ranking: MonthRanking, missing: Sequence[Lacking]) -> Iterator[Block]:
    if not missing:
        return
    columns = (
        Column("督察重点"),
        Column("满分", right=True),
        Column("怎样评"),
        Column("还缺的单位", wrap=True),
    )
    rows = (
        cells(
            f"{m.checkpoint.id} {m.checkpoint.title}",
            m.checkpoint.weight,
            m.checkpoint.by,
            m.named(len(m.units)),
        )
        for m in missing
    )
    yield Heading("还没有评分的", 2)
    yield Table(columns, tuple(rows))
    yield Paragraph(
        f"评分写在 scores/{ranking.month}.yaml，谁评的、为什么都要写；"
        "混合的，核实后把编号写进 verified，按程序数出来的算，不是的另写得分。"
    )
