"""Plans from the data sheets of a workbook that was exported: every field and every entry, as they were."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ledger.base.diagnostics import Place
from ledger.base.errors import LedgerError
from ledger.files.scalars import Value
from ledger.files.sheets.cells import Row, Sheet, SheetFile, place
from ledger.files.sheets.exact import meant, meant_names
from ledger.loading.sheets.data_sheets import (
    DATA_SHEETS,
    ENTRIES,
    EVIDENCE,
    ITEMS,
    NODES,
    PARTS,
    PLANS,
    DataSheet,
    columns,
)

Fields = dict[str, Value]
_Owner = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """``plans`` are whole plan files as data, not yet validated; ``shown`` is the file without its data sheets."""

    plans: tuple[Fields, ...]
    shown: SheetFile


@dataclass(frozen=True, slots=True)
class _Line:
    place: Place
    owner: _Owner
    fields: Fields


def exported(file: SheetFile) -> Exported:
    """Nothing but the file where it has no data sheets.

    Raises LedgerError where a row of theirs belongs to nothing or cannot be read: people are not meant to edit them.
    """
    known = {sheet.name: sheet for sheet in DATA_SHEETS}
    found = {sheet.name: sheet for sheet in file.sheets if sheet.name in known}
    shown = replace(file, sheets=tuple(sheet for sheet in file.sheets if sheet.name not in known))
    if PLANS.name not in found:
        return Exported((), file)
    lines = {name: list(_lines(file.path, known[name], sheet)) for name, sheet in found.items()}

    def belonging(kind: DataSheet) -> list[_Line]:
        return lines.get(kind.name, [])

    plans = _named(belonging(PLANS), "id")
    items = _named(belonging(ITEMS), "id")
    entries = _named(belonging(ENTRIES))
    logs = {(*plan, ""): fields for plan, fields in plans.items()} | items
    for kind, key, owners, named in (
        (PARTS, "parts", plans, 1),
        (ITEMS, "items", plans, 1),
        (NODES, "nodes", items, 2),
        (ENTRIES, "log", logs, 2),
        (EVIDENCE, "evidence", entries, 3),
    ):
        for line in belonging(kind):
            _add(owners, line, key, named)
    return Exported(tuple(plans.values()), shown)


def _named(lines: list[_Line], *keys: str) -> dict[_Owner, Fields]:
    """The rows by what others call them: their owner and, of those that have a name, it."""
    found: dict[_Owner, Fields] = {}
    for line in lines:
        name = (*line.owner, *(str(line.fields[key]) for key in keys))
        if name in found:
            raise LedgerError(f"{line.place} 与前面的一行重复（{'/'.join(filter(None, name))}）；{_REMEDY}")
        found[name] = line.fields
    return found


def _add(owners: dict[_Owner, Fields], line: _Line, key: str, named: int) -> None:
    owner = owners.get(line.owner[:named])
    if owner is None:
        raise LedgerError(
            f"{line.place} 这一行属于“{'/'.join(filter(None, line.owner))}”，文件里没有它；{_REMEDY}"
        )
    rows = owner.setdefault(key, [])
    assert isinstance(rows, list)  # noqa: S101 - no column has this key
    rows.append(line.fields)


_REMEDY = "“数据-”开头的工作表由程序读写，请用原来导出的文件"


def _lines(path: str, kind: DataSheet, sheet: Sheet) -> Iterator[_Line]:
    head, *rows = sheet.rows or (Row(1, ()),)
    at = {cell.text: cell.column for cell in head.cells}
    missing = [name for name in kind.heads if name not in at]
    if missing:
        raise LedgerError(f"{place(path, sheet, head.number)} 缺少“{missing[0]}”一列；{_REMEDY}")
    for row in rows:
        owner = tuple(_text(path, sheet, row, at[name]) for name in kind.owners)
        yield _Line(place(path, sheet, row.number), owner, _fields(path, kind, sheet, row, at))


def _fields(path: str, kind: DataSheet, sheet: Sheet, row: Row, at: dict[str, int]) -> Fields:
    fields: Fields = {}
    for column in columns(kind):
        cell = row.cell(at[column.head])
        if not cell.text:
            continue
        try:
            value: Value = [*meant_names(cell.text)] if column.names else meant(cell.text)
        except ValueError:
            raise _altered(path, sheet, row, cell.column) from None
        *outer, key = column.keys
        inside = fields
        for name in outer:
            inner = inside.setdefault(name, {})
            assert isinstance(inner, dict)  # noqa: S101 - no column has this key
            inside = inner
        inside[key] = value
    if "id" not in fields and any(column.keys == ("id",) for column in columns(kind)):
        raise _altered(path, sheet, row, at["编号"])
    return fields


def _text(path: str, sheet: Sheet, row: Row, column: int) -> str:
    try:
        return meant(row.cell(column).text)
    except ValueError:
        raise _altered(path, sheet, row, column) from None


def _altered(path: str, sheet: Sheet, row: Row, column: int) -> LedgerError:
    return LedgerError(f"{place(path, sheet, row.number, column)} 被改动过，读不出来；{_REMEDY}")
