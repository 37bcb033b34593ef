"""What a sheet shows, cell by cell, whatever kind of file it came in; every cell can be named as its reader does."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.base.diagnostics import Place

_PLAIN_NAME = re.compile(r"[^\W\d]\w*")
_BREAKS = re.compile(r"_x000[dD]_\n?|\r\n?|[\v\f\x85\u2028\u2029]")
# what no reader of a sheet sees: control characters, and blanks without width (a byte-order mark in a head is one)
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]"
)


class Kind(StrEnum):
    """What the program that made the sheet takes a cell for; FAULT is ``#REF!`` or a formula without a value."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Cell:
    """``text`` is what a person sees, without blanks around it; ``column`` counts from 1.

    ``day`` is known where the sheet keeps a date. ``merged``: a merged area begins in another cell and covers this one,
    which repeats its value.
    """

    column: int
    text: str = ""
    kind: Kind = Kind.TEXT
    day: date | None = None
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """``number`` counts from 1 as the file's own program counts; ``hidden``: nobody who opened the file saw it."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell:
        """The cell of that column, from 1; an empty one beyond the row's end."""
        return next((c for c in self.cells if c.column == column), Cell(column))


@dataclass(frozen=True, slots=True)
class Sheet:
    """``name`` is the sheet's; of a csv there is one, without a name; tables of a docx are called 表1, 表2.

    Rows without a cell that says anything are left out. Columns that nobody saw are named by their numbers.
    ``comments`` are the rows and columns of cells to which somebody pinned a comment; its words are not read.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    comments: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SheetFile:
    """Every sheet of a file in its order. ``remark`` says what had to be found out to read it (an encoding)."""

    path: str
    sheets: tuple[Sheet, ...]
    remark: str = ""


def seen(text: str) -> str:
    r"""The text as a person sees it: no characters that show nothing, no blanks around it, every line break ``\n``."""
    if text.isalnum():
        return text
    return _UNSEEN.sub("", _BREAKS.sub("\n", text)).strip()


def place(path: str, sheet: Sheet, row: int, column: int = 1) -> Place:
    """The place of a cell, named ``Sheet1!C14``; of a csv ``C14``."""
    spot = f"{letters(column)}{row}"
    named = f"{_quoted(sheet.name)}!{spot}" if sheet.name else spot
    return Place(path, row, column, cell=named)


def letters(column: int) -> str:
    """1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _quoted(name: str) -> str:
    """As spreadsheets write it: ``'2017 年'!C14``."""
    return name if _PLAIN_NAME.fullmatch(name) else "'" + name.replace("'", "''") + "'"
