"""Rulings row by row: how urgent, whose, which clause and why; the same as data."""

from collections.abc import Sequence
from typing import Any

from ledger.measures.rulings import Ruling
from ledger.reports.blocks import Cell, Task, Tasks, Tone


def ruling_tasks(rows: Sequence[Ruling]) -> Tasks:
    return Tasks(("情况", "事项", "单位", "名称", "条款和理由"), tuple(_task(r) for r in rows))


def _task(ruling: Ruling) -> Task:
    detail = f"{ruling.clause}  {ruling.because}"
    return Task(_state(ruling), (ruling.subject, ruling.unit, ruling.title), detail)


def _state(ruling: Ruling) -> Cell:
    if ruling.days is None:
        return Cell("无时限", Tone.WARN)
    if ruling.days > 0:
        return Cell(f"逾期{ruling.days}天（工作日{ruling.workdays}）", Tone.BAD)
    return Cell(f"还有{-ruling.days}天" if ruling.days else "当日到期", Tone.WARN)


def ruling_data(ruling: Ruling, *, with_rung: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"rung": ruling.kind} if with_rung else {}
    return data | {
        "track": ruling.track,
        "subject": ruling.subject,
        "unit": ruling.unit,
        "due": ruling.due.isoformat() if ruling.due else None,
        "days": ruling.days,
        "workdays": ruling.workdays,
        "clause": ruling.clause,
        "because": ruling.because,
    }
