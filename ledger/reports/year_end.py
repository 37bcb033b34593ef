"""``ledger rank --year``: the year's score of each unit, with both of its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ledger.measures.scoring.card import two_places
from ledger.measures.scoring.year_end import YearLine, YearPlace
from ledger.model.scoring import HUNDRED, Scheme
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells

_COLUMNS = (
    Column("名次", right=True), Column("单位"), Column("年度得分", right=True), Column("月度平均", right=True),
    Column("期数", right=True), Column("年底得分", right=True), Column("说明", wrap=True),
)  # fmt: skip
_KEYS = ("year", "pool", "rank", "unit", "score", "mean", "months", "year_end", "formula")


@dataclass(frozen=True, slots=True)
class YearPool:
    kind: str
    places: Sequence[YearPlace]


def year_report(
    year: int, day: date, scheme: Scheme, months: Sequence[str], pools: Sequence[YearPool], unfinished: str
) -> Report:
    """``months`` are the year's published periods; ``unfinished`` is why it cannot be settled yet, empty where it can."""
    carry = scheme.monthly_carry
    blocks: list[Block] = [
        Facts(
            (
                ("算法", Cell(f"月度得分的平均占{carry}%，年底得分占{100 - carry}%，合计后取两位小数")),
                ("计入的排名", Cell(f"{len(months)}期：{'、'.join(months)}" if months else "还没有公布的")),
                ("年底得分", Cell(f"取自 scores/{year}.yaml，不写督察重点的各条")),
                *([("暂定", Cell(f"这一年还没有算完：{unfinished}", Tone.WARN))] if unfinished else []),
            )
        )
    ]
    for pool in pools:
        blocks += _pool(pool)
    data = {
        "year": year,
        "carry": carry,
        "months": list(months),
        "pools": [{"kind": p.kind, "ranks": [_data(place) for place in p.places]} for p in pools],
    }
    records = [
        {"year": year, "pool": p.kind} | _data(place) | {"months": len(place.line.months)}
        for p in pools
        for place in p.places
    ]
    return Report(f"{year}年度综合考核", day, tuple(blocks), data, records, _KEYS)


def _pool(pool: YearPool) -> Iterator[Block]:
    yield Heading(pool.kind, 2)
    if not pool.places:
        yield Paragraph(f"没有类别是{pool.kind}的单位。")
        return
    yield Table(_COLUMNS, tuple(_row(place) for place in pool.places))
    worked = tuple((place.line.unit, Cell(place.line.formula)) for place in pool.places if place.line.formula)
    if worked:
        yield Heading("算式", 3)
        yield Facts(worked)


def _row(place: YearPlace) -> tuple[Cell, ...]:
    line = place.line
    year_end = line.year_end.score if line.year_end else None
    return cells(
        place.rank, line.unit, line.score, _text(line.mean), len(line.months), year_end, Cell(_note(line), Tone.WARN)
    )  # fmt: skip


def _note(line: YearLine) -> str:
    if line.score is not None:
        return ""
    if line.monthly is None:
        return "没有公布的月度得分，不排名"
    lacking = f"年底得分超过{HUNDRED}，改正以前不算" if line.excess else "没有年底得分"
    return f"{lacking}，只有月度部分{two_places(line.monthly)}分，不排名"


def _text(number: Fraction | None) -> str | None:
    return str(two_places(number)) if number is not None else None


def _data(place: YearPlace) -> dict[str, Any]:
    line = place.line
    return {
        "rank": place.rank,
        "unit": line.unit,
        "score": str(line.score) if line.score is not None else None,
        "mean": _text(line.mean),
        "months": [{"month": month, "score": str(two_places(score))} for month, score in line.months],
        "year_end": str(line.year_end.score) if line.year_end else None,
        "formula": line.formula,
    }
