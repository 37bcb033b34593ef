"""``ledger list checkpoints``: what is scored each month by the scheme in force on the day, and what it weighs."""

from datetime import date
from typing import Any

from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.scoring import Scheme
from ledger.reports.blocks import Cell, Column, Facts, Paragraph, Report, Table, cells
from ledger.reports.listing import Listing
from ledger.reports.words import iso

_KEYS = ("id", "aspect", "title", "weight", "by")


def _build(ledger: Ledger, day: date, _: Selection) -> Report:
    scheme = ledger.scoring.on(day)
    title = "评分方案"
    if scheme is None:
        return Report(
            title, day, (Paragraph("这一天没有执行中的评分方案（scoring.yaml）。"),), _data(None), ()
        )
    columns = (
        Column("编号"),
        Column("方面"),
        Column("督察重点", wrap=True),
        Column("权重", right=True),
        Column("怎样评"),
    )
    rows = tuple(
        cells(point.id, aspect.title, point.title, point.weight, point.by)
        for aspect in scheme.aspects
        for point in aspect.checkpoints
    )
    data = _data(scheme)
    return Report(title, day, (Table(columns, rows), _facts(scheme)), data, data["checkpoints"], _KEYS)


def _facts(scheme: Scheme) -> Facts:
    ways = [
        f"{way}{len(found)}个（{sum(p.weight for p in found)}分）"
        for way in ("自动", "混合", "人工")
        if (found := [p for p in scheme.checkpoints if p.by == way])
    ]
    carry = scheme.monthly_carry
    rows = (
        ("合计", f"{len(scheme.aspects)}个方面，{len(scheme.checkpoints)}个督察重点，{scheme.total}分"),
        ("其中", "，".join(ways)),
        ("年底考核", f"月度得分占{carry}%，年底得分占{100 - carry}%"),
        ("依据", "，".join(filter(None, (scheme.basis, f"{scheme.from_}起执行" if scheme.from_ else "")))),
    )
    return Facts(tuple((label, Cell(text)) for label, text in rows if text))


def _data(scheme: Scheme | None) -> dict[str, Any]:
    return {
        "checkpoints": [
            {"id": p.id, "aspect": a.title, "title": p.title, "weight": str(p.weight), "by": p.by}
            for a in (scheme.aspects if scheme else ())
            for p in a.checkpoints
        ],
        "from": iso(scheme.from_) if scheme else None,
        "monthly_carry": scheme.monthly_carry if scheme else None,
        "total": str(scheme.total) if scheme else None,
    }


LISTING = Listing("checkpoints", "评分方案：督察重点、权重、怎样评", _build)
