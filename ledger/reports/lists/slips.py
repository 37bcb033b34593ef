"""``ledger list slips``: the register of 三单一书."""

from datetime import date
from typing import Any

from ledger.measures.papers import IssuedRow, count_papers, issued_on, issued_rows
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip
from ledger.reports.blocks import Cell, Column, Facts, Report, Table, Tone, cells
from ledger.reports.listing import Listing
from ledger.reports.words import iso

_KEYS = ("id", "kind", "track", "number", "unit", "issued", "reply_due", "rows", "replied")


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    rows_of: dict[str, list[IssuedRow]] = {}
    for row in issued_rows(ledger, day):
        rows_of.setdefault(row.slip.id, []).append(row)
    units = (*chosen.leads, *chosen.units)
    known = [s for s in ledger.slips if s.id in rows_of or issued_on(s, day)]
    known = [s for s in known if not units or ledger.units.current(s.unit, day) in units]
    known.sort(key=lambda s: (s.rung, s.id))
    counts = count_papers(known, day)
    facts = Facts(
        tuple(
            (kind, Cell(f"{c.papers} {'期' if kind == '责令书' else '件'}，{c.rows} 行"))
            for kind, c in counts.items()
        )
    )
    columns = (
        Column("编号"), Column("种类"), Column("文号"), Column("单位", wrap=True), Column("签发"),
        Column("回复期限"), Column("行", right=True), Column("回复", wrap=True),
    )  # fmt: skip
    table = Table(columns, tuple(_row(s, rows_of.get(s.id, []), day) for s in known))
    data = [_data(s, rows_of.get(s.id, []), day) for s in known]
    totals = {kind: {"papers": c.papers, "rows": c.rows} for kind, c in counts.items()}
    return Report("三单一书登记簿", day, (facts, table), {"slips": data, "counts": totals}, data, _KEYS)


def _row(slip: Slip, rows: list[IssuedRow], day: date) -> tuple[Cell, ...]:
    return cells(
        slip.id,
        slip.kind,
        slip.number,
        slip.unit,
        issued_on(slip, day),
        slip.reply_due,
        len(slip.rows),
        _replies(rows, day),
    )


def _replies(rows: list[IssuedRow], day: date) -> Cell:
    replied = sum(r.replied is not None for r in rows)
    rejected = sum(r.rejected for r in rows)
    text = f"{replied}/{len(rows)}" + (f"，退回 {rejected}" if rejected else "")
    return Cell(text, Tone.WARN if any(r.reply_overdue(day) for r in rows) else Tone.PLAIN)


def _data(slip: Slip, rows: list[IssuedRow], day: date) -> dict[str, Any]:
    return {
        "id": slip.id,
        "kind": slip.kind,
        "track": str(slip.track),
        "number": slip.number,
        "unit": slip.unit,
        "issued": iso(issued_on(slip, day)),
        "reply_due": iso(slip.reply_due),
        "rows": len(slip.rows),
        "replied": sum(r.replied is not None for r in rows),
    }


LISTING = Listing("slips", "三单一书：签发、回复期限、回复情况", _build)
