"""``ledger items`` and the shape of an item wherever one is listed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.progress import tally
from ledger.measures.standing import Standing
from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, cells
from ledger.reports.words import due_text, iso, names, state_cell

ITEM_KEYS = (
    "ref",
    "title",
    "plan",
    "lead",
    "due",
    "effective_due",
    "status",
    "accepted",
    "overdue_days",
    "late",
)


def item_data(standing: Standing) -> dict[str, Any]:
    """The fixed shape of design §4."""
    return {
        "ref": standing.ref,
        "title": standing.title,
        "plan": standing.plan.id,
        "lead": list(standing.leads),
        "due": str(standing.due) if standing.due else None,
        "effective_due": iso(standing.effective_due),
        "status": standing.status.value,
        "accepted": standing.accepted,
        "overdue_days": standing.overdue_days,
        "late": standing.late,
    }


def item_table(items: Sequence[Standing]) -> Table:
    columns = (
        Column("事项"),
        Column("名称", wrap=True),
        Column("牵头单位", wrap=True),
        Column("时限", wrap=True),
        Column("状态", wrap=True),
    )
    return Table(columns, tuple(_row(s) for s in items))


def _row(standing: Standing) -> tuple[Cell, ...]:
    return cells(
        standing.ref, standing.title, names(standing.leads), due_text(standing), state_cell(standing)
    )


def item_list(title: str, day: date, items: Sequence[Standing]) -> Report:
    records = [item_data(s) for s in items]
    return Report(
        title, day, (item_table(items), Paragraph(f"共 {len(items)} 项")), {"items": records}, records
    )


def done_of(items: Sequence[Standing]) -> str:
    """3/5（逾期1）: completed of those that count; nothing where none counts."""
    found = tally(items)
    late = f"（逾期{found['overdue']}）" if found["overdue"] else ""
    return f"{found['completed']}/{found['total']}{late}" if found["total"] else ""
