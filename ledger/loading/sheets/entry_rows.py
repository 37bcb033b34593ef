"""A table of entries, one a row, under heads that are an entry's keys or what they are called in Chinese."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_type_hints

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.text import did_you_mean, quoted
from ledger.files.sheets.cells import Cell, Kind, Row, Sheet, SheetFile, letters, place
from ledger.model.entries import Entry
from ledger.model.fields import spelling

REF = "ref"
_RECORDED = "recorded"
"""Not asked: it is the day on which the table is recorded, where that matters."""
_MORE_WORDS = {
    "事项": REF,
    "事项编号": REF,
    "编号": REF,
    "完成比例": "percent",
    "延期至": "until",
    "移交给": "to",
    "拆分为": "into",
    "并入": "into",
}
_SEARCHED = 20


@dataclass(frozen=True, slots=True)
class EntryRow:
    """What the cells of one row say, by the keys of entries and ``ref``, and where each stands; ``at`` is the row."""

    at: Place
    texts: Mapping[str, str]
    places: Mapping[str, Place]

    def place(self, key: str) -> Place:
        """The cell of that key, else the row's first."""
        return self.places.get(key, self.at)


def read_entry_rows(file: SheetFile) -> tuple[list[EntryRow], list[Diagnostic]]:
    """Every row of every table that people see, and what is wrong with tables and cells."""
    rows, faults = list[EntryRow](), list[Diagnostic]()
    sheets = [sheet for sheet in file.sheets if not sheet.hidden]
    for sheet in sheets:
        head = next(
            (row for row in sheet.rows[:_SEARCHED] if {REF, "event"} <= {*_keys(sheet, row).values()}), None
        )
        if head is not None:
            faults += _of_head(file.path, sheet, head)
            faults += _of_cells(file.path, sheet, head)
            rows += _rows(file.path, sheet, head)
    if not rows and not faults:
        at = place(file.path, sheets[0], 1) if sheets else Place(file.path)
        hint = "上面加一行列名：编号、事件、日期，其余用到的如 由谁、说明、佐证；再在下面写各条"
        faults.append(
            Diagnostic("I180", Severity.ERROR, "没有找到写着“编号”和“事件”的表头和其下的记录", at, hint)
        )
    return rows, faults


@cache
def words() -> dict[str, str]:
    """What a head may say → the key of an entry that it means."""
    hints = get_type_hints(Entry, include_extras=True)
    found = {REF: REF, **_MORE_WORDS}
    for name, key in spelling(Entry):
        if key != _RECORDED:
            title = next(m.title for m in hints[name].__metadata__ if getattr(m, "title", None))
            found |= {key: key, title: key}
    return found


def _titles() -> list[str]:
    """One word of each key."""
    return list({key: word for word, key in reversed(words().items()) if not word.isascii()}.values())[::-1]


def _keys(sheet: Sheet, head: Row) -> dict[int, str]:
    """Column → key, of the columns that are known and seen."""
    seen = (c for c in head.cells if c.column not in sheet.hidden_columns)
    known = ((c.column, words().get("".join(c.text.split()).lower())) for c in seen)
    return {column: key for column, key in known if key is not None}


def _of_head(path: str, sheet: Sheet, head: Row) -> Iterator[Diagnostic]:
    keys = _keys(sheet, head)
    first = {key: column for column, key in reversed(keys.items())}
    for cell in head.cells:
        at, key = place(path, sheet, head.number, cell.column), keys.get(cell.column)
        if key is None:
            hint = did_you_mean(cell.text, words()) or f"要记的，列名改成 {'、'.join(_titles())} 之一"
            said = f"{quoted(cell.text)}一列不认得，没有读"
            yield Diagnostic("I181", Severity.WARNING, said, at, hint)
        elif first[key] != cell.column:
            said = f"{quoted(cell.text)}与{letters(first[key])}列说的是一回事"
            yield Diagnostic("I102", Severity.ERROR, said, at, "留一列，另一列删去")


def _of_cells(path: str, sheet: Sheet, head: Row) -> Iterator[Diagnostic]:
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
            if cell.kind is Kind.FAULT and not row.hidden and cell.column in _keys(sheet, head):
                at = place(path, sheet, row.number, cell.column)
                hint = "改正公式，或把值直接写进格里"
                yield Diagnostic("I108", Severity.ERROR, f"格里是{quoted(cell.text)}，没有值", at, hint)


def _rows(path: str, sheet: Sheet, head: Row) -> Iterator[EntryRow]:
    keys = _keys(sheet, head)
    for row in sheet.rows:
        cells = {keys[c.column]: c for c in reversed(row.cells) if c.column in keys and c.text}
        if row.number > head.number and not row.hidden and cells:
            places = {key: place(path, sheet, row.number, cell.column) for key, cell in cells.items()}
            texts = {key: _text(cell) for key, cell in cells.items()}
            yield EntryRow(place(path, sheet, row.number), texts, places)


def _text(cell: Cell) -> str:
    return cell.day.isoformat() if cell.day is not None else cell.text
