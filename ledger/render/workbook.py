"""A ``Workbook`` as an xlsx file.

This module and what it imports are the only ones that import xlsxwriter: import it where a file is written.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from ledger.base.text import one_line
from ledger.files.sheets.exact import length
from ledger.files.sheets.kept import CHOICES_SHEET, KEPT_SHEET, kept_rows
from ledger.render.ooxml import LONGEST_PROPERTY, clean, packed
from ledger.render.sheet_cells import fitting, write
from ledger.render.sheet_look import Look
from ledger.render.sheet_names import legal_names
from ledger.render.sheet_page import add_page
from ledger.render.sheet_rows import GrowingSheet
from ledger.reports.workbook import SheetPage, Workbook

_LONGEST_LIST = 255  # what a rule can hold by itself, with the commas
_CREATED = datetime(1980, 1, 1)  # noqa: DTZ001 - the same for every file


def workbook_bytes(
    book: Workbook, each: Callable[[Sequence[SheetPage]], Iterable[SheetPage]] = iter
) -> bytes:
    """The file; the same workbook gives the same bytes. ``each`` sees the pages go by."""
    written = io.BytesIO()
    file = xlsxwriter.Workbook(written, {"in_memory": True})
    title = clean(one_line(book.title))[:LONGEST_PROPERTY]
    file.set_properties({"title": title, "created": _CREATED})
    look = Look(file, locked=book.locked, shaded=book.locked and book.shaded)
    choices = _Choices()
    for name, page in zip(_names(book.pages), each(book.pages), strict=True):
        add_page(file.add_worksheet(name, GrowingSheet), page, look, choices.source)
    choices.add_sheet(file)
    if book.properties:
        _keep(file, book)
    file.close()
    return packed(written)


def _names(pages: Sequence[SheetPage]) -> Iterator[str]:
    """Those of hidden pages are what they are known by; no other page is called so."""
    own = (KEPT_SHEET, CHOICES_SHEET, *(page.name for page in pages if page.hidden))
    legal = iter(legal_names((page.name for page in pages if not page.hidden), own))
    return (page.name if page.hidden else next(legal) for page in pages)


def _keep(file: xlsxwriter.Workbook, book: Workbook) -> None:
    sheet = file.add_worksheet(KEPT_SHEET)
    sheet.very_hidden()
    for row, texts in enumerate(kept_rows(book.properties)):
        for column, text in enumerate(texts):
            write(sheet, (row, column), text, None)


class _Choices:
    """Lists that are too long for their rule, or have commas in them: each becomes a column of a hidden sheet."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, ...], int] = {}

    def source(self, choices: tuple[str, ...]) -> list[str] | str:
        carried = tuple(map(fitting, choices))
        if length(",".join(carried)) <= _LONGEST_LIST and not any(set(c) & set(',"') for c in carried):
            return list(carried)
        column = xl_col_to_name(self._columns.setdefault(carried, len(self._columns)), col_abs=True)
        return f"='{CHOICES_SHEET}'!{column}$1:{column}${len(carried)}"

    def add_sheet(self, file: xlsxwriter.Workbook) -> None:
        if not self._columns:
            return
        sheet = file.add_worksheet(CHOICES_SHEET)
        sheet.hide()
        for choices, column in self._columns.items():
            for row, choice in enumerate(choices):
                write(sheet, (row, column), choice, None)
