"""What went out in a packed workbook, as the workbook itself keeps it: the one thing that a return is compared with."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.base.days import parse_day, parse_month
from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import SheetFile
from ledger.files.sheets.kept import kept_properties

LOCKED = ("编号", "事项", "时限", "状态", "上月进展", "逾期天数")
STATE, NOTE, EVIDENCE = OPEN = ("本月状态", "进展情况", "佐证文号")
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


def read_sent(file: SheetFile) -> Sent:
    """Raises LedgerError for a workbook that we did not send, and for one whose hidden sheet somebody altered."""
    kept = kept_properties(file).get(_NAME)
    if kept is None:
        raise LedgerError(
            f"{file.path} 里没有发出时的底稿：不是 ledger pack 发出的表，或是复制到新表里填的；请填在发出的那份里"
        )
    try:
        return _read(json.loads(kept))
    except (KeyError, IndexError, TypeError, ValueError):
        raise LedgerError(
            f"{file.path} 里的底稿读不懂：被改动过，或是另一版本的 ledger 发出的；请填在发出的那份里"
        ) from None


def _read(data: dict[str, Any]) -> Sent:
    if data["format"] != _FORMAT:
        raise ValueError(data["format"])
    parse_month(data["month"])
    return Sent(
        ledger=str(data["ledger"]),
        month=data["month"],
        day=parse_day(data["day"]),
        unit=str(data["unit"]),
        units=tuple(map(str, data["units"])),
        rows=tuple(SentRow(tuple(map(str, row[:-2])), int(row[-2]), str(row[-1])) for row in data["rows"]),
    )
