"""A log as a table and as JSON, the same for every kind of thing."""

from collections.abc import Sequence
from typing import Any

from ledger.model.entries import Entry
from ledger.reports.blocks import Cell, Column, Table, cells
from ledger.reports.words import iso


def log_table(log: Sequence[Entry]) -> Table:
    columns = (Column("日期"), Column("事件"), Column("由谁"), Column("内容", wrap=True))
    return Table(columns, tuple(_row(e) for e in log))


def _row(entry: Entry) -> tuple[Cell, ...]:
    return cells(entry.date, entry.event, entry.by, details(entry))


def details(entry: Entry) -> str:
    """Everything else that an entry says, in one line."""
    parts = [
        f"进度{entry.percent}%" if entry.percent is not None else "",
        f"节点{entry.node}" if entry.node else "",
        f"至{entry.until}" if entry.until else "",
        f"更正{entry.field}" if entry.field else "",
        f"由{entry.from_}" if entry.from_ else "",
        f"改为{'、'.join(entry.to)}" if entry.to else "",
        f"转入{'、'.join(entry.into)}" if entry.into else "",
        f"结果：{entry.result}" if entry.result else "",
        f"作废{entry.voids.date}的{entry.voids.event}" if entry.voids else "",
        f"方案{entry.plan}" if entry.plan else "",
        f"佐证：{'、'.join(e.name for e in entry.evidence)}" if entry.evidence else "",
        f"原因：{entry.cause}" if entry.cause else "",
        (entry.note or "").replace("\n", " "),
        f"补记于{entry.recorded}" if entry.recorded else "",
    ]
    return "；".join(p for p in parts if p)


def entry_data(entry: Entry) -> dict[str, Any]:
    data = {"date": iso(entry.date), "event": entry.event, "by": entry.by, "details": details(entry)}
    return {k: v for k, v in data.items() if v}
