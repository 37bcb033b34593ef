"""How a sheet looks: fonts, borders, colours and the page it is printed on."""

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ledger.reports.blocks import Tone
from ledger.reports.workbook import Holds, SheetColumn

A4 = 9
TITLE_SIZE, TEXT_SIZE = 16, 10  # points
_SHORT = 12  # half-width characters: numbers, days and states stand in the middle of their column
_COLOURS = {Tone.GOOD: "#00682F", Tone.WARN: "#9C5700", Tone.BAD: "#C00000", Tone.MUTED: "#7F7F7F"}
_CELL = {"font_name": "宋体", "font_size": TEXT_SIZE, "valign": "vcenter", "text_wrap": True}
_HEAD = {
    **_CELL,
    "font_name": "黑体",
    "align": "center",
    "border": 1,
    "bg_color": "#DDEBF7",
    "num_format": "@",
}
_TITLE = {**_CELL, "font_name": "黑体", "font_size": TITLE_SIZE, "align": "center", "num_format": "@"}
_NOTE = {**_CELL, "num_format": "@"}
_OPEN = {"bg_color": "#FFFBE6"}
# text stays text when somebody types over it
_NUMBER_FORMATS = {Holds.TEXT: "@", Holds.DAY: "yyyy-mm-dd", Holds.NUMBER: "General"}


@dataclass
class Look:
    """The formats of one workbook, each made once."""

    book: Workbook
    locked: bool
    shaded: bool
    _made: dict[tuple[Holds, bool, bool, Tone], Format] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.head = self.book.add_format(_HEAD)
        self.title = self.book.add_format(_TITLE)
        self.note = self.book.add_format(_NOTE)

    def cell(self, column: SheetColumn, tone: Tone) -> Format:
        centred = column.holds is not Holds.TEXT or column.width <= _SHORT
        key = (column.holds, column.open, centred, tone)
        if key not in self._made:
            self._made[key] = self.book.add_format(self._cell(*key))
        return self._made[key]

    def _cell(self, holds: Holds, is_open: bool, centred: bool, tone: Tone) -> dict[str, Any]:
        look: dict[str, Any] = {**_CELL, "border": 1, "num_format": _NUMBER_FORMATS[holds]}
        if centred:
            look["align"] = "center"
        if tone in _COLOURS:
            look |= {"font_color": _COLOURS[tone], "bold": tone is Tone.BAD}
        if is_open:
            look |= {"locked": False} | (_OPEN if self.shaded else {})
        return look


def set_up(sheet: Worksheet, head: int, *, locked: bool) -> None:
    """A4 across, as wide as the page, the row ``head`` in sight and on every page; locked without a password.

    Rows may be made higher and filtered where they may not be edited.
    """
    sheet.freeze_panes(head + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页")
    sheet.hide_gridlines(2)
    if locked:
        sheet.protect("", {"format_rows": True, "format_columns": True, "autofilter": True})
