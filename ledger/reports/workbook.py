"""A workbook as its reader meets it; knows no format. Cells are the same as a table's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ledger.reports.blocks import Cell


class Holds(StrEnum):
    """What a column holds: TEXT is never taken for a number, a date or a formula."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """``width`` in half-width characters. ``open``: the reader fills it; the others are locked where the book is.

    ``choices`` become a drop-down list; another value is then refused by the spreadsheet, with ``hint`` as the reason,
    unless the choices are only ``offered``: then the reader is asked and may insist.
    """

    head: str
    width: int
    holds: Holds = Holds.TEXT
    open: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""
    offered: bool = False


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One sheet: the title and the notes, where there are any, then the head.

    The head stays in sight and is repeated on every printed page (A4, landscape). ``hidden``: there to be read back,
    shown and printed only when somebody asks for it.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """``locked``: only open columns take input; ``shaded`` ones ask for it.

    ``properties`` are kept with the file, unseen, however often it is saved: ``files/sheets/kept.py`` reads them.
    """

    title: str
    pages: tuple[SheetPage, ...]
    locked: bool = False
    shaded: bool = True
    properties: Mapping[str, str] = field(default_factory=dict)
