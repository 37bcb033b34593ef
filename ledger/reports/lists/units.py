"""``ledger list units``: who is known by which names."""

from datetime import date

from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Column, Paragraph, Report, Table, cells
from ledger.reports.listing import Listing
from ledger.reports.words import iso

_KEYS = ("id", "kind", "aliases", "from", "until", "successor", "current")


def _build(ledger: Ledger, day: date, _: Selection) -> Report:
    data = [
        {
            "id": unit.id,
            "kind": unit.kind,
            "aliases": list(unit.aliases),
            "from": iso(unit.from_),
            "until": iso(unit.until),
            "successor": unit.successor,
            "current": ledger.units.current(unit.id, day),
        }
        for unit in ledger.units
    ]
    columns = (
        Column("单位"),
        Column("类别"),
        Column("别名", wrap=True),
        Column("用到"),
        Column("现由谁承接"),
    )
    rows = tuple(
        cells(
            u.id,
            u.kind,
            "、".join(u.aliases),
            u.until,
            x if (x := ledger.units.current(u.id, day)) != u.id else "",
        )
        for u in ledger.units
    )
    return Report(
        "单位名册", day, (Table(columns, rows), Paragraph(f"共 {len(data)} 个")), {"units": data}, data, _KEYS
    )


LISTING = Listing("units", "单位：类别、别名、更名", _build)
