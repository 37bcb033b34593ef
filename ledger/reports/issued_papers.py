"""Papers as a run has issued them, as a table and as data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.papers import issued_on
from ledger.model.slips import Slip
from ledger.reports.blocks import Cell, Column, Table, cells
from ledger.reports.words import iso


def issued_table(slips: Sequence[Slip]) -> Table:
    columns = (
        Column("编号"), Column("文号", wrap=True), Column("主送单位", wrap=True), Column("事项", wrap=True),
        Column("签发"), Column("回复期限"),
    )  # fmt: skip
    return Table(columns, tuple(_slip_row(s) for s in slips))


def _slip_row(slip: Slip) -> tuple[Cell, ...]:
    subjects = "、".join(row.subject for row in slip.rows)
    return cells(slip.id, slip.number, slip.unit, subjects, issued_on(slip, date.max), slip.reply_due)


def slip_data(slip: Slip) -> dict[str, Any]:
    return {
        "id": slip.id,
        "rung": slip.kind,
        "track": slip.track,
        "number": slip.number,
        "unit": slip.unit,
        "issued": iso(issued_on(slip, date.max)),
        "reply_due": iso(slip.reply_due),
        "rows": [
            {"ref": f"{slip.id}/{r.id}", "subject": r.subject, "limit": iso(r.limit)} for r in slip.rows
        ],
    }
