"""A table under heads that are keys, or what the keys are called: every row as texts by key, each with its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import did_you_mean, quoted
from ledger.files.sheets.cells import Cell, Kind, Row, Sheet, SheetFile, letters, place

_SEARCHED = 20


@dataclass(frozen=True, slots=True)
class Heads:
    """``words``: what a head may say → the key that it means; a row with all ``needed`` keys is the head.

    ``offered`` are the words to choose from, ``unknown`` the code of a column that is none of them. ``idle``: heads
    that are known and not read, each with the reason. ``least``: how many columns a head has to name.
    """

    words: Mapping[str, str]
    needed: frozenset[str]
    offered: tuple[str, ...]
    unknown: str
    idle: Mapping[str, str] = field(default_factory=dict)
    least: int = 1


@dataclass(frozen=True, slots=True)
class HeadedRow:
    """What the cells of one row say, by key, and where each stands; ``at`` is the row."""

    at: Place
    texts: Mapping[str, str]
    places: Mapping[str, Place]

    def place(self, key: str) -> Place:
        """The cell of that key, else the row's first."""
        return self.places.get(key, self.at)


def read_headed(file: SheetFile, heads: Heads) -> tuple[list[HeadedRow], list[Diagnostic]]:
    """Every row of every table that people see, and what is wrong with columns and cells."""
    rows, faults = list[HeadedRow](), list[Diagnostic]()
    for sheet in file.sheets:
        head = None if sheet.hidden else _head(sheet, heads)
        if head is not None:
            faults += _of_head(file.path, sheet, head, heads)
            faults += _of_cells(file.path, sheet, head, heads)
            rows += _rows(file.path, sheet, head, heads)
    return rows, faults


def first_place(file: SheetFile) -> Place:
    """Where a file is blamed that has no table."""
    seen = [sheet for sheet in file.sheets if not sheet.hidden]
    return place(file.path, seen[0], 1) if seen else Place(file.path)


def _head(sheet: Sheet, heads: Heads) -> Row | None:
    for row in sheet.rows[:_SEARCHED]:
        keys = {*_keys(sheet, row, heads).values()}
        if heads.needed <= keys and len(keys) >= heads.least:
            return row
    return None


def _keys(sheet: Sheet, head: Row, heads: Heads) -> dict[int, str]:
    """Column → key, of the columns that are known and seen."""
    seen = (c for c in head.cells if c.column not in sheet.hidden_columns)
    known = ((c.column, heads.words.get(_squeezed(c))) for c in seen)
    return {column: key for column, key in known if key is not None}


def _squeezed(cell: Cell) -> str:
    return "".join(cell.text.split()).lower()


def _of_head(path: str, sheet: Sheet, head: Row, heads: Heads) -> Iterator[Diagnostic]:
    keys = _keys(sheet, head, heads)
    first = {key: column for column, key in reversed(keys.items())}
    for cell in head.cells:
        at, key = place(path, sheet, head.number, cell.column), keys.get(cell.column)
        if key is None and _squeezed(cell) in heads.idle:
            said = f"{quoted(cell.text)}一列没有读"
            yield Diagnostic(heads.unknown, Severity.NOTE, said, at, heads.idle[_squeezed(cell)])
        elif key is None:
            hint = did_you_mean(cell.text, heads.words) or f"要记的，列名改成 {'、'.join(heads.offered)} 之一"
            said = f"{quoted(cell.text)}一列不认得，没有读"
            yield Diagnostic(heads.unknown, Severity.WARNING, said, at, hint)
        elif first[key] != cell.column:
            said = f"{quoted(cell.text)}与{letters(first[key])}列说的是一回事"
            yield Diagnostic("I102", Severity.ERROR, said, at, "留一列，另一列删去")


def _of_cells(path: str, sheet: Sheet, head: Row, heads: Heads) -> Iterator[Diagnostic]:
    below = [row for row in sheet.rows if row.number > head.number]
    hidden = [str(row.number) for row in below if row.hidden]
    if hidden:
        said = f"第 {'、'.join(hidden[:10])} 行隐藏着，没有读" + (
            f"（共 {len(hidden)} 行）" if hidden[10:] else ""
        )
        at = place(path, sheet, int(hidden[0]))
        yield Diagnostic("I103", Severity.WARNING, said, at, "要记的，取消隐藏或筛选；不要的，删去")
    for row in below:
        for cell in row.cells:
            if cell.kind is Kind.FAULT and not row.hidden and cell.column in _keys(sheet, head, heads):
                at = place(path, sheet, row.number, cell.column)
                hint = "改正公式，或把值直接写进格里"
                yield Diagnostic("I108", Severity.ERROR, f"格里是{quoted(cell.text)}，没有值", at, hint)


def _rows(path: str, sheet: Sheet, head: Row, heads: Heads) -> Iterator[HeadedRow]:
    keys = _keys(sheet, head, heads)
    for row in sheet.rows:
        cells = {keys[c.column]: c for c in reversed(row.cells) if c.column in keys and c.text}
        if row.number > head.number and not row.hidden and cells:
            places = {key: place(path, sheet, row.number, cell.column) for key, cell in cells.items()}
            texts = {key: _text(cell) for key, cell in cells.items()}
            yield HeadedRow(place(path, sheet, row.number), texts, places)


def _text(cell: Cell) -> str:
    return cell.day.isoformat() if cell.day is not None else cell.text
