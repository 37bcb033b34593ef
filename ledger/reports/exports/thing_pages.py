"""What registers hold as pages for people, and whole, as the data sheet of a workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.base.text import width
from ledger.files.sheets.exact import as_json
from ledger.files.sheets.kept import pieces
from ledger.loading.exports.data_sheets import THING_HEADS, THINGS
from ledger.loading.things.rows import OWED, STATE
from ledger.loading.things.tables import ThingTable, tables
from ledger.loading.things.texts import cell_text, value_at
from ledger.loading.written import written
from ledger.measures.holdings import Holding, course, held
from ledger.measures.selection import Selection
from ledger.measures.thing_selection import fits_thing
from ledger.measures.thing_states import ThingStanding, standing_of_thing
from ledger.model.ledger import Ledger
from ledger.reports.blocks import cells
from ledger.reports.workbook import SheetColumn, SheetPage

_WIDEST, _NARROWEST, _PADDING = 36, 8, 2
_MANY, _WIDEST_OF_MANY = 8, 22
_HOW = "可用 ledger import 文件 --into {name} 读回：新的登记，已有的不改，不一样的指出来。"


@dataclass(frozen=True, slots=True)
class ThingSheet:
    """A table of what was chosen of a register; ``heads`` are those that import knows."""

    table: ThingTable
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def thing_sheet(table: ThingTable, ledger: Ledger, day: date, chosen: Selection) -> ThingSheet:
    """Everything that is written, what is dated after the day too; where it stands is that of the day."""
    tracked = table.thing.events is not None
    heads = (
        *((table.owner,) if table.key else ()),
        *(column.head for column in table.columns),
        *((STATE, OWED) if tracked else ()),
    )
    found = (_row(table, holding, ledger, day) for holding in _held(table, ledger, day, chosen))
    return ThingSheet(table, heads, tuple(found))


def _held(table: ThingTable, ledger: Ledger, day: date, chosen: Selection) -> Iterator[Holding]:
    if chosen.figures or chosen.issued_for is not None:  # they narrow items and plans
        return
    for holding in held(ledger, table.register):
        if holding.type is table.thing and fits_thing(_standing(holding, ledger, day), ledger, chosen):
            yield holding


def _standing(holding: Holding, ledger: Ledger, day: date) -> ThingStanding[Any]:
    parent = _standing(holding.parent, ledger, day).course if holding.parent else None
    return standing_of_thing(course(holding.type, holding.ref, holding.record, day, parent), ledger)


def _row(table: ThingTable, holding: Holding, ledger: Ledger, day: date) -> tuple[str, ...]:
    data = written(holding.record)
    own = [cell_text(column, value_at(data, column.keys)) for column in table.columns]
    owner = [holding.parent.ref] if table.key and holding.parent else []
    if table.thing.events is None:
        return (*owner, *own)
    standing = _standing(holding, ledger, day)
    owed = f"{standing.owed.what}，{standing.owed.due}前" if standing.owed else ""
    return (*owner, *own, standing.course.state_word, owed)


def thing_page(sheet: ThingSheet, *, apart: bool = True) -> SheetPage:
    """``apart``: a workbook of its own, which says how it is read back and has a column for everything.

    Beside others it is there to be read: columns that say nothing are left out.
    """
    if not apart:
        sheet = _without_empty(sheet)
    columns = zip(sheet.heads, *sheet.rows, strict=True)
    widest = _WIDEST if len(sheet.heads) <= _MANY else _WIDEST_OF_MANY
    widths = (max(width(line) for text in column for line in text.split("\n")) for column in columns)
    return SheetPage(
        sheet.table.title,
        tuple(
            SheetColumn(head, max(_NARROWEST, min(cells, widest)) + _PADDING, open=apart)
            for head, cells in zip(sheet.heads, widths, strict=True)
        ),
        tuple(cells(*row) for row in sheet.rows),
        sheet.table.title,
        (_HOW.format(name=sheet.table.name),) if apart else (),
    )


def _without_empty(sheet: ThingSheet) -> ThingSheet:
    kept = [n for n, _ in enumerate(sheet.heads) if any(row[n] for row in sheet.rows)]
    rows = tuple(tuple(row[n] for n in kept) for row in sheet.rows)
    return ThingSheet(sheet.table, tuple(sheet.heads[n] for n in kept), rows)


def thing_pages(ledger: Ledger, day: date, chosen: Selection) -> list[SheetPage]:
    """A page for every table that has a row, and the data sheet of all that registers hold."""
    sheets = [thing_sheet(table, ledger, day, chosen) for table in tables()]
    whole = list(whole_things(ledger, day, chosen))
    if not whole:
        return []
    return [*(thing_page(sheet, apart=False) for sheet in sheets if sheet.rows), _data_page(whole)]


def whole_things(ledger: Ledger, day: date, chosen: Selection) -> Iterator[tuple[ThingTable, Holding]]:
    """What stands in no other thing and fits what was asked for."""
    for table in tables():
        if not table.key:
            yield from ((table, holding) for holding in _held(table, ledger, day, chosen))


def _data_page(things: Sequence[tuple[ThingTable, Holding]]) -> SheetPage:
    rows = [(table.register.name, h.ref, *pieces(as_json(written(h.record)))) for table, h in things]
    columns = max(map(len, rows))
    heads = [*THING_HEADS, *(f"{THING_HEADS[-1]}{n}" for n in range(2, columns - 1))]
    return SheetPage(
        THINGS,
        tuple(SheetColumn(head, 20) for head in heads),
        tuple(cells(*row, *[""] * (columns - len(row))) for row in rows),
        hidden=True,
    )
