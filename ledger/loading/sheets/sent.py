"""What went out in a packed workbook, as its hidden sheet keeps it: the one thing that a return is compared with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.days import NoSuchDay, parse_day, parse_month
from ledger.files.sheets.cells import Row, Sheet, SheetFile

LOCKED = ("编号", "事项", "时限", "状态", "上月进展", "逾期天数")
STATE, NOTE, EVIDENCE = OPEN = ("本月状态", "进展情况", "佐证文号")
STARTED, MOVED, DONE, NOTHING = STATES = ("已启动", "有进展", "已完成", "无进展")
"""What a unit may say of an item; the words of the drop-down list."""

SHEET, MARK, FORMAT = "ledger", "ledger pack", "1"
HEADS = (MARK, *LOCKED, "记录数", "最后一条")
_ROW = "事项"


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


class NotSent(ValueError):  # noqa: N818 - it says what a file is not
    """The file holds no sheet of ours, or one that is no longer whole; the sentence says which."""


def lines(sent: Sent) -> Iterator[tuple[str, ...]]:
    """The rows of the hidden sheet, below its :data:`HEADS`."""
    yield ("格式", FORMAT)
    yield ("台账", sent.ledger)
    yield ("月份", sent.month)
    yield ("截止日", sent.day.isoformat())
    yield ("单位", sent.unit)
    yield from (("全部单位", unit) for unit in sent.units)
    yield from ((_ROW, *row.shown, str(row.entries), row.last) for row in sent.rows)
    yield ("完",)


def is_sent(sheet: Sheet) -> bool:
    return bool(sheet.rows) and sheet.rows[0].cell(1).text == MARK


def read_sent(file: SheetFile) -> Sent:
    """Raises NotSent for a workbook that we did not make, or whose hidden sheet somebody has cut."""
    sheet = next((s for s in file.sheets if is_sent(s)), None)
    if sheet is None:
        raise NotSent("里面没有 ledger pack 留下的底稿，不是发出的报送表，或者是复制到新表里填的")
    said = [(row.cell(1).text, row) for row in sheet.rows[1:]]
    if not said or said[-1][0] != "完":
        raise NotSent("里面的底稿（隐藏的一页）不完整")
    heads = {kind: row.cell(2).text for kind, row in said}
    if heads.get("格式") != FORMAT:
        raise NotSent("是另一版本的 ledger 发出的表")
    try:
        parse_month(heads["月份"])
        return Sent(
            ledger=heads["台账"],
            month=heads["月份"],
            day=parse_day(heads["截止日"]),
            unit=heads["单位"],
            units=tuple(row.cell(2).text for kind, row in said if kind == "全部单位"),
            rows=tuple(_row(row) for kind, row in said if kind == _ROW),
        )
    except (KeyError, NoSuchDay, ValueError):
        raise NotSent("里面的底稿（隐藏的一页）被改动过，读不通") from None


def _row(row: Row) -> SentRow:
    texts = [row.cell(n).text for n in range(2, len(HEADS) + 1)]
    return SentRow(tuple(texts[: len(LOCKED)]), int(texts[-2]), texts[-1])
