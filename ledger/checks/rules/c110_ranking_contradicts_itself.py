"""C110."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import parse_month
from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding, held
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER, Rank, Ranking
from ledger.model.scoring import HUNDRED

_FROZEN = "对照公布的排名改正；公布过的不重排"


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        ranking: Ranking = holding.record
        name = f"PM-{ranking.month}"
        if ranking.id != name:
            message = f"编号是 {ranking.id}，月份是 {ranking.month}"
            yield Finding(holding.spot("month"), message, f"编号和文件名写 {name}，或改正月份")
        if ranking.date < parse_month(ranking.month).replace(day=1):
            message = f"{ranking.id} 在 {ranking.date} 公布，那时 {ranking.month} 还没有开始"
            yield Finding(holding.spot("date"), message, "改正公布日期或月份")
        yield from _twice(ledger, holding, ranking)
        for pool in ranking.pools:
            yield from _ranks(holding, [(n, r) for n, r in enumerate(ranking.ranks) if r.pool == pool])


def _twice(ledger: Ledger, holding: Holding, ranking: Ranking) -> Iterator[Finding]:
    seen, day = set[str](), parse_month(ranking.month)
    for n, rank in enumerate(ranking.ranks):
        unit = ledger.units.current(rank.unit, day)
        if unit in seen:
            yield Finding(
                holding.spot("ranks", n, "unit"), f"{ranking.id} 里“{rank.unit}”有两个名次", _FROZEN
            )
        seen.add(unit)


def _ranks(holding: Holding, placed: list[tuple[int, Rank]]) -> Iterator[Finding]:
    """Ranks go by the scores; where only ranks were published, as ties leave them: 1, 2, 2, 4."""
    ranked = [rank for _, rank in placed if rank.rank is not None]
    scored = any(rank.score is not None for rank in ranked)
    for n, rank in placed:
        if rank.score is not None and rank.score > HUNDRED:
            message = f"{holding.ref} 里“{rank.unit}”得分 {rank.score}，超过满分 {HUNDRED}"
            yield Finding(holding.spot("ranks", n, "score"), message, _FROZEN)
        if rank.rank is None:
            if rank.score is not None and ranked:
                message = f"{holding.ref} 里“{rank.unit}”有得分，没有名次，{rank.pool}别的单位有"
                yield Finding(holding.spot("ranks", n, "score"), message, _FROZEN)
            continue
        if rank.score is None and scored:
            message = f"{holding.ref} 里“{rank.unit}”有名次，没有得分"
            yield Finding(holding.spot("ranks", n, "rank"), message, _FROZEN)
            continue
        before = [r for r in ranked if _is_before(r, rank)]
        if rank.rank != len(before) + 1:
            said = f"得分 {rank.score}，" if rank.score is not None else ""
            message = (
                f"{holding.ref} 里“{rank.unit}”{said}在{rank.pool}里应为第 {len(before) + 1} 名，"
                f"写的是第 {rank.rank} 名"
            )
            yield Finding(holding.spot("ranks", n, "rank"), message, _FROZEN)


def _is_before(other: Rank, rank: Rank) -> bool:
    if rank.score is not None:
        return other.score is not None and other.score > rank.score
    return other.rank is not None and rank.rank is not None and other.rank < rank.rank


RULE = Rule(
    code="C110",
    name="ranking-contradicts-itself",
    severity=Severity.ERROR,
    what=(
        "公布的排名自相矛盾：名次与得分对不上，得分超过 100，一个单位有两个名次，"
        "编号与月份不同，或公布在这一期开始以前。"
    ),
    why="排名公布以后不再重算，连续次数、发言、会诊、年底得分都照它。它自己对不上，后面的都站不住。",
    example="- {pool: 区县, unit: 望川区, score: 92.41, rank: 2}\n- {pool: 区县, unit: 青漪区, score: 90.10, rank: 1}",
    fix="排名由 ledger rank --write 写成，不手改。照会议公布的材料录入的旧排名，对照原件改正；得分相同的名次相同，下一个名次空出。",
    check=_check,
)
