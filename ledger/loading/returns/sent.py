"""What went out in a packed workbook, as the workbook itself keeps it: the one thing that a return is compared with."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import NonNegativeInt, TypeAdapter

from ledger.base.days import parse_day, parse_month
from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import SheetFile
from ledger.files.sheets.kept import kept_properties
from ledger.loading.returns.sheet_form import SheetForm

LOCKED = ("编号", "事项", "时限", "状态", "上月进展", "逾期天数")
STATE, NOTE, EVIDENCE = OPEN = ("本月状态", "进展情况", "佐证文号")
FORM = SheetForm("报送表", LOCKED, OPEN, frozenset({STATE}))
STARTED, MOVED, DONE, NOTHING = STATES = ("已启动", "有进展", "已完成", "无进展")
"""What a unit may say of an item; the words of the drop-down list."""

_NAME, _FORMAT = "pack", 1


@dataclass(frozen=True, slots=True)
class SentRow:
    """``shown`` are the locked cells in the order of :data:`LOCKED`, the reference first.

    ``entries`` is how long the item's log was, ``last`` its last entry in words (``entry_words``).
    """

    shown: tuple[str, ...]
    entries: int
    last: str

    @property
    def ref(self) -> str:
        return self.shown[0]


@dataclass(frozen=True, slots=True)
class Sent:
    """A workbook as it went out: whose ``ledger``, of which ``month``, judged on ``day``, to which of all ``units``."""

    ledger: str
    month: str
    day: date
    unit: str
    units: tuple[str, ...]
    rows: tuple[SentRow, ...]


def properties_of(sent: Sent) -> dict[str, str]:
    """What the workbook keeps, by :func:`read_sent` read back."""
    data = {
        "format": _FORMAT,
        "ledger": sent.ledger,
        "month": sent.month,
        "day": sent.day.isoformat(),
        "unit": sent.unit,
        "units": sent.units,
        "rows": [[*row.shown, row.entries, row.last] for row in sent.rows],
    }
    return {_NAME: json.dumps(data, ensure_ascii=False)}


def is_packed(file: SheetFile) -> bool:
    return _NAME in kept_properties(file)


def read_sent(file: SheetFile) -> Sent:
    """Raises LedgerError for a workbook that we did not send, and for one whose hidden sheet somebody altered."""
    kept = kept_properties(file).get(_NAME)
    if kept is None:
        raise LedgerError(
            f"{file.path} 里没有发出时的底稿：不是 ledger pack 发出的表，或是复制到新表里填的；请填在发出的那份里"
        )
    try:
        return _sent(TypeAdapter(_Kept).validate_json(kept))
    except ValueError:
        raise LedgerError(
            f"{file.path} 里的底稿读不懂：被改动过，或是另一版本的 ledger 发出的；请填在发出的那份里"
        ) from None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A row holds what :class:`SentRow` does: its locked cells, the length of the log, the last entry."""

    format: Literal[1]
    ledger: str
    month: str
    day: str
    unit: str
    units: tuple[str, ...]
    rows: tuple[tuple[str, str, str, str, str, str, NonNegativeInt, str], ...]


def _sent(kept: _Kept) -> Sent:
    parse_month(kept.month)
    rows = tuple(SentRow(row[:-2], row[-2], row[-1]) for row in kept.rows)
    if len({row.ref for row in rows}) < len(rows):
        raise ValueError(kept.rows)
    return Sent(kept.ledger, kept.month, parse_day(kept.day), kept.unit, kept.units, rows)
