"""xlsx by openpyxl: the values that were last computed, merged areas filled, what is hidden marked."""

import io
import warnings
from collections import defaultdict
from datetime import date
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell as Raw
from openpyxl.cell.cell import MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ledger.base.garbage import no_garbage_collection
from ledger.files.sheets.archive import Archive, unreadable
from ledger.files.sheets.cells import Cell, Kind, Row, Sheet, SheetFile, seen
from ledger.files.sheets.number_formats import shown_day, shown_number

NOT_COMPUTED = "没有算过的公式"


@no_garbage_collection()
def read_spreadsheet(path: str, archive: Archive, content: bytes) -> SheetFile:
    """All sheets of cells in their order, pictures and charts left out. Raises LedgerError where it cannot be read."""
    if "xl/workbook.xml" not in archive.members:
        raise unreadable(path)
    try:
        shown = _opened(content, data_only=True)
        formulas = _opened(content, data_only=False) if archive.formulas else None
        sheets = tuple(_sheet(s, formulas[s.title] if formulas else None) for s in shown.worksheets)
    except Exception as error:
        # a broken part lets the library fail in any way: KeyError, TypeError, ParseError
        raise unreadable(path) from error
    return SheetFile(path, sheets)


def _opened(content: bytes, *, data_only: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of extensions it drops, which say nothing in cells
        return openpyxl.load_workbook(io.BytesIO(content), data_only=data_only, keep_links=False)


def _sheet(sheet: Worksheet, formulas: Worksheet | None) -> Sheet:
    rows = defaultdict[int, dict[int, Cell]](dict)
    # the public ways make a cell of every spot up to the farthest one, which may be XFD1048576
    for (row, column), raw in sheet._cells.items():  # noqa: SLF001
        if cell := _cell(column, raw):
            rows[row][column] = cell
    if formulas is not None:
        for (row, column), raw in formulas._cells.items():  # noqa: SLF001
            if raw.data_type == "f" and column not in rows[row]:
                rows[row][column] = Cell(column, NOT_COMPUTED, Kind.FAULT)
    _fill_merged(sheet, rows)
    return Sheet(
        sheet.title,
        tuple(
            Row(number, tuple(cells[c] for c in sorted(cells)), _hidden_row(sheet, number))
            for number, cells in sorted(rows.items())
            if cells
        ),
        hidden=sheet.sheet_state != "visible",
        hidden_columns=_hidden_columns(sheet),
        comments=tuple(sorted(spot for spot, raw in sheet._cells.items() if raw.comment)),  # noqa: SLF001
    )


def _cell(column: int, raw: Raw | MergedCell) -> Cell | None:
    value: Any = raw.value
    match value:
        case None:
            return None
        case str() if raw.data_type == "e":
            return Cell(column, value, Kind.FAULT)
        case str():
            text = seen(value)
            return Cell(column, text) if text else None
        case int() | float():
            return Cell(column, shown_number(value, raw.number_format), Kind.NUMBER)
        case date():
            return shown_day(column, value, raw.number_format)
    return Cell(column, str(value))  # times and spans of time


def _fill_merged(sheet: Worksheet, rows: dict[int, dict[int, Cell]]) -> None:
    """Within the rows and columns that hold something; a title merged over 16,384 columns is no row of cells."""
    lowest = max((row for row, cells in rows.items() if cells), default=0)
    widest = max((column for cells in rows.values() for column in cells), default=0)
    for area in sheet.merged_cells.ranges:
        first = rows.get(area.min_row, {}).get(area.min_col)
        if first is None:
            continue
        for row in range(area.min_row, min(area.max_row, lowest) + 1):
            for column in range(area.min_col, min(area.max_col, widest) + 1):
                if (row, column) != (area.min_row, area.min_col):
                    rows[row][column] = Cell(column, first.text, first.kind, first.day, merged=True)


def _hidden_row(sheet: Worksheet, number: int) -> bool:
    if number not in sheet.row_dimensions:
        return False
    dimension = sheet.row_dimensions[number]
    return bool(dimension.hidden) or dimension.height == 0


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    return frozenset(
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden or dimension.width == 0
        for column in range(dimension.min or 1, (dimension.max or dimension.min or 1) + 1)
    )
