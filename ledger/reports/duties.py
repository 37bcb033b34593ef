"""``ledger overdue`` and ``ledger upcoming``: what is owed, by day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.standing import Standing
from ledger.model.duty import ITEM, NODE, Duty
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.items import item_data
from ledger.reports.words import days_left, names, pressing_due

DUTY_KEYS = ("ref", "what", "unit", "due", "overdue_days", "title", "settle")


def duty_data(duty: Duty, day: date) -> dict[str, Any]:
    return {
        "ref": duty.ref,
        "what": duty.what,
        "unit": duty.unit,
        "due": duty.due.isoformat(),
        "overdue_days": duty.overdue_days(day),
        "title": duty.title,
        "settle": duty.settle,
    }


def overdue(day: date, items: Sequence[Standing], duties: Sequence[Duty]) -> Report:
    """Items past their deadline, the oldest first; then every other duty past its day."""
    others = [d for d in duties if d.what not in {ITEM, NODE}]
    blocks: list[Block] = [Heading(f"逾期事项 {len(items)} 项", 2)]
    if items:
        blocks.append(_overdue_items(items))
    if others:
        blocks += [Heading(f"其他到期未办 {len(others)} 件", 2), duty_table(others, day)]
    data: dict[str, Any] = {
        "items": [item_data(s) for s in items],
        "duties": [duty_data(d, day) for d in duties],
    }
    return Report("逾期清单", day, tuple(blocks), data, data["duties"], DUTY_KEYS)


def _overdue_items(items: Sequence[Standing]) -> Table:
    columns = (
        Column("事项"), Column("名称", wrap=True), Column("牵头单位", wrap=True), Column("时限", wrap=True),
        Column("逾期天数", right=True), Column("原因", wrap=True),
    )  # fmt: skip
    return Table(columns, tuple(_overdue_row(s) for s in items))


def _overdue_row(standing: Standing) -> tuple[Cell, ...]:
    due = pressing_due(standing)
    days = Cell(str(standing.overdue_days), Tone.BAD)
    return cells(standing.ref, standing.title, names(standing.leads), due, days, standing.cause)


def upcoming(day: date, until: date, duties: Sequence[Duty]) -> Report:
    """Duties due from ``day`` through ``until``, the nearest first."""
    data: dict[str, Any] = {"until": until.isoformat(), "duties": [duty_data(d, day) for d in duties]}
    blocks: list[Block] = [Paragraph(f"{day} 至 {until} 到期 {len(duties)} 件")]
    if duties:
        blocks.append(duty_table(duties, day))
    return Report("近期到期", day, tuple(blocks), data, data["duties"], DUTY_KEYS)


def duty_table(duties: Sequence[Duty], day: date, *, with_unit: bool = True) -> Table:
    unit = (Column("单位", wrap=True),) if with_unit else ()
    columns = (
        Column("编号"),
        Column("要办的事"),
        Column("名称", wrap=True),
        *unit,
        Column("时限"),
        Column("情况"),
    )
    return Table(columns, tuple(_duty_row(d, day, with_unit=with_unit) for d in duties))


def _duty_row(duty: Duty, day: date, *, with_unit: bool) -> tuple[Cell, ...]:
    unit = (duty.unit,) if with_unit else ()
    return cells(duty.ref, duty.what, duty.title, *unit, duty.due, days_left(duty.due, day))
