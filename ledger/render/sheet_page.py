"""One sheet: title and notes over its whole width, the head, the rows."""

from collections.abc import Callable

from xlsxwriter.worksheet import Worksheet

from ledger.base.text import shorten
from ledger.render.sheet_cells import fitting, write
from ledger.render.sheet_look import TEXT_SIZE, TITLE_SIZE, Look, set_up
from ledger.render.sheet_rows import height, room
from ledger.reports.workbook import SheetColumn, SheetPage

Source = Callable[[tuple[str, ...]], list[str] | str]
"""Choices → what a drop-down list is told of them."""

_LONGEST_HINT = 255
_PADDING = 1


def add_page(sheet: Worksheet, page: SheetPage, look: Look, source: Source) -> None:
    if page.hidden:
        sheet.hide()
    widths = _widths(page)
    head = _add_front(sheet, page, look, sum(widths) + _PADDING * len(widths))
    for number, column in enumerate(page.columns):
        sheet.set_column(number, number, widths[number] + _PADDING)
        write(sheet, (head, number), column.head, look.head)
    sheet.set_row(head, height(zip((c.head for c in page.columns), widths, strict=True), TEXT_SIZE))
    for row, cells in enumerate(page.rows, head + 1):
        for number, (column, cell) in enumerate(zip(page.columns, cells, strict=True)):
            if cell.text or not page.hidden:
                write(sheet, (row, number), cell.text, look.cell(column, cell.tone), column.holds)
        if not page.hidden:
            sheet.set_row(row, height(zip((c.text for c in cells), widths, strict=True), TEXT_SIZE))
    if page.rows:
        last = head + len(page.rows)
        sheet.autofilter(head, 0, last, len(page.columns) - 1)
        for number, column in enumerate(page.columns):
            if column.choices:
                sheet.data_validation(head + 1, number, last, number, _rule(column, source))
    set_up(sheet, head, locked=look.locked)


def _widths(page: SheetPage) -> list[int]:
    """What a line of each column holds, in half-width characters."""
    widths = [column.width - _PADDING for column in page.columns]
    if page.hidden:
        return widths
    return [room((row[n].text for row in page.rows), cells, TEXT_SIZE) for n, cells in enumerate(widths)]


def _add_front(sheet: Worksheet, page: SheetPage, look: Look, cells: int) -> int:
    """Title and notes, each as high as its lines: spreadsheets do not fit the height of merged cells. The head's row."""
    front = [(page.title, look.title, TITLE_SIZE)] if page.title else []
    front += [(note, look.note, TEXT_SIZE) for note in page.notes]
    for row, (text, format_, size) in enumerate(front):
        if len(page.columns) > 1:
            sheet.merge_range(row, 0, row, len(page.columns) - 1, "", format_)
        write(sheet, (row, 0), text, format_)
        sheet.set_row(row, height([(text, cells * TEXT_SIZE // size)], size))
    return len(front)


def _rule(column: SheetColumn, source: Source) -> dict[str, object]:
    return {
        "validate": "list",
        "source": source(column.choices),
        "error_type": "warning" if column.offered else "stop",
        "error_title": "不在选项里",
        "error_message": shorten(fitting(column.hint), _LONGEST_HINT) or "请从下拉列表里选。",
    }
