"""``ledger list rows``: the rows of 三单一书 one by one, each with its reply and what became of it."""

from datetime import date
from typing import Any

from ledger.measures.paper_states import ROW_KINDS, ROW_STATES
from ledger.measures.register import replies
from ledger.measures.selection import Selection
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.states import takes
from ledger.measures.subjects import narrows, subjects
from ledger.model.ledger import Ledger
from ledger.model.numbers import register_order
from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, cells
from ledger.reports.listing import Listing, narrowed
from ledger.reports.paper_rows import end_cell, reply_words
from ledger.reports.replies import reply_line
from ledger.reports.words import iso

_KEYS = (
    "id", "kind", "track", "unit", "subject", "title", "issued", "reply_due", "limit", "replied", "in_time",
    "state", "objected", "settled",
)  # fmt: skip


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    """--lead and --unit mean whom the paper went to."""
    known, units = row_standings(ledger, day), (*chosen.leads, *chosen.units)
    known = [r for r in known if not units or r.paper.unit in units]
    if narrows(chosen):
        wanted = subjects(ledger, day, chosen)
        known = [r for r in known if r.paper.row.subject in wanted]
    if chosen.only_open:
        known = [r for r in known if r.open]
    known = [r for r in known if takes(ROW_STATES, chosen.states, r, day)]
    known = [r for r in known if takes(ROW_KINDS, chosen.kinds, r, day)]
    known.sort(key=lambda r: register_order(r.paper.slip))  # stable: the rows of a paper stay as written
    columns = (
        Column("编号"), Column("种类"), Column("单位", wrap=True), Column("事项", wrap=True), Column("签发"),
        Column("办结期限"), Column("回复", wrap=True), Column("办结", wrap=True),
    )  # fmt: skip
    open_rows = sum(r.open for r in known)
    note = Paragraph(f"共 {len(known)} 行，未办结 {open_rows} 行；{reply_line(replies(known, day))}")
    data = [_data(r) for r in known]
    title = narrowed("三单一书各行", chosen, ROW_STATES, ROW_KINDS)
    table = Table(columns, tuple(_row(r) for r in known))
    return Report(title, day, (table, note), {"rows": data}, data, _KEYS)


def _row(row: RowStanding) -> tuple[Cell, ...]:
    paper = row.paper
    return cells(
        paper.ref,
        paper.slip.kind,
        paper.unit,
        f"{paper.row.subject} {row.title}",
        paper.issued,
        paper.limit,
        reply_words(row),
        end_cell(row),
    )


def _data(row: RowStanding) -> dict[str, Any]:
    paper = row.paper
    return {
        "id": paper.ref,
        "kind": paper.slip.kind,
        "track": paper.slip.track,
        "unit": paper.unit,
        "subject": paper.row.subject,
        "title": row.title,
        "issued": iso(paper.issued),
        "reply_due": iso(paper.reply_due),
        "limit": iso(paper.limit),
        "replied": iso(row.replied),
        "in_time": row.replied_in_time,
        "state": paper.state.value,
        "objected": iso(paper.objected),
        "settled": row.settled.words if row.settled else None,
    }


LISTING = Listing(
    "rows",
    "三单一书的各行：期限、回复、办结",
    _build,
    has_open=True,
    states=ROW_STATES,
    kinds=ROW_KINDS,
)
