"""Which limits of papers come up by the end of next month, the nearest first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.register import lapsing
from ledger.measures.settled import RowStanding
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.words import days_left, iso

_FIRST = 10


def lapsing_soon(rows: Sequence[RowStanding], day: date) -> list[Block]:
    """The nearest limits of what is open."""
    found = lapsing(rows, day)
    if not found:
        return []
    columns = (
        Column("期限"), Column("情况"), Column("行"), Column("单位", wrap=True), Column("事项", wrap=True),
        Column("到期的是"),
    )  # fmt: skip
    shown = [
        cells(when, days_left(when, day), r.paper.ref, r.paper.unit, r.title, _what(when, r))
        for when, r in found[:_FIRST]
    ]
    more = f"，先列 {_FIRST} 行" if len(found) > _FIRST else ""
    return [Heading(f"下月底以前到期 {len(found)} 行{more}", 2), Table(columns, tuple(shown))]


def _what(when: date, row: RowStanding) -> str:
    return "办结" if when == row.paper.limit else "回复"


def lapsing_data(rows: Sequence[RowStanding], day: date) -> list[dict[str, Any]]:
    return [
        {"ref": r.paper.ref, "unit": r.paper.unit, "due": iso(when), "what": _what(when, r)}
        for when, r in lapsing(rows, day)
    ]
