"""督察评估事项表 (S1 #4): what went out of a plan for one round, and what came back filled in."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import NonNegativeInt, TypeAdapter

from ledger.base.days import parse_day
from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import SheetFile
from ledger.files.sheets.kept import kept_properties
from ledger.loading.returns.rows_back import read_rows
from ledger.loading.returns.sent import SentRow
from ledger.loading.returns.sheet_form import RowBack, SheetForm

LOCKED = ("编号", "事项", "部分", "牵头单位", "配合单位", "时限", "状态", "最近进展", "佐证", "逾期")
CONCLUSION, PROBLEM, DEMAND, LIMIT, REMARK = OPEN = ("评估结论", "存在问题", "整改要求", "整改期限", "备注")
FORM = SheetForm("督察评估事项表", LOCKED, OPEN, frozenset({CONCLUSION}))

_NAME, _FORMAT = "assess", 1


@dataclass(frozen=True, slots=True)
class SentSheet:
    """A sheet as it went out: whose ``ledger``, of which ``round`` (年中督察, 年底自查) and ``year``, judged on ``day``."""

    ledger: str
    round: str
    year: int
    day: date
    plan: str
    rows: tuple[SentRow, ...]


@dataclass(frozen=True, slots=True)
class Assessed:
    """A sheet that came back: ``rows`` are those that can be read, filled or blank."""

    path: str
    sent: SentSheet
    rows: list[RowBack]
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def filled(self) -> list[RowBack]:
        return [row for row in self.rows if not row.blank]


def assessment_properties(sent: SentSheet) -> dict[str, str]:
    """What the workbook keeps, by :func:`read_assessed` read back."""
    data = {
        "format": _FORMAT,
        "ledger": sent.ledger,
        "round": sent.round,
        "year": sent.year,
        "day": sent.day.isoformat(),
        "plan": sent.plan,
        "rows": [[list(row.shown), row.entries, row.last] for row in sent.rows],
    }
    return {_NAME: json.dumps(data, ensure_ascii=False)}


def read_assessed(file: SheetFile) -> Assessed:
    """Raises LedgerError for a workbook that we did not send, and for one whose hidden sheet somebody altered."""
    kept = kept_properties(file).get(_NAME)
    if kept is None:
        raise LedgerError(
            f"{file.path} 里没有发出时的底稿：不是 ledger assess 发出的表，或是复制到新表里填的"
        )
    try:
        sent = _sent(TypeAdapter(_Kept).validate_json(kept))
    except ValueError:
        raise LedgerError(f"{file.path} 里的底稿读不懂：被改动过，或是另一版本的 ledger 发出的") from None
    shown = {row.ref: row.shown for row in sent.rows}
    back = read_rows(file, FORM, shown, f"{sent.plan} 的事项")
    return Assessed(file.path, sent, back.rows, back.faults)


@dataclass(frozen=True, slots=True)
class _Kept:
    format: Literal[1]
    ledger: str
    round: str
    year: int
    day: str
    plan: str
    rows: tuple[tuple[tuple[str, ...], NonNegativeInt, str], ...]


def _sent(kept: _Kept) -> SentSheet:
    rows = tuple(SentRow(*row) for row in kept.rows)
    if len({row.ref for row in rows}) < len(rows) or any(len(row.shown) != len(LOCKED) for row in rows):
        raise ValueError(kept.rows)
    return SentSheet(kept.ledger, kept.round, kept.year, parse_day(kept.day), kept.plan, rows)
