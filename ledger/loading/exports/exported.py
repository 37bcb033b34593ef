"""Plans from the data sheets of a workbook that was exported: every field and every entry, as they were."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ledger.base.errors import LedgerError
from ledger.files.scalars import Value
from ledger.files.sheets.cells import Row, Sheet, SheetFile, place
from ledger.files.sheets.exact import meant, meant_names
from ledger.files.sheets.kept import without_own
from ledger.loading.exports.data_sheets import (
    DATA_SHEETS,
    ENTRIES,
    EVIDENCE,
    ITEMS,
    NODES,
    PARTS,
    PLANS,
    DataColumn,
    DataSheet,
    columns,
)
from ledger.loading.exports.whole import Fields, Told, WholePlan
from ledger.loading.returns.sent import is_packed

_Owner = tuple[str, ...]
_Owned = tuple[_Owner, Told]
_REMEDY = "“数据-”开头的工作表由程序读写，请用原来导出的文件"


def exported(file: SheetFile) -> tuple[list[WholePlan], SheetFile]:
    """The plans as data, not yet validated, and the sheets that people see; no plans where there are no data sheets.

    Raises LedgerError where a row of theirs belongs to nothing or cannot be read: people are not meant to edit them;
    and for a workbook that a unit was sent to fill in, whose rows are of many plans.
    """
    if is_packed(file):
        raise LedgerError(f"{file.path} 是 ledger pack 发出的报送表：用 ledger collect 收，不要导入")
    known = {kind.name: kind for kind in DATA_SHEETS}
    found = {sheet.name: sheet for sheet in file.sheets if sheet.name in known}
    if PLANS.name not in found:
        return [], without_own(file)
    rows = {kind: list(_rows(file.path, kind, found[name])) for name, kind in known.items() if name in found}
    plans = _named(rows[PLANS], "id")
    items = _named(rows.get(ITEMS, []), "id")
    entries = _named(rows.get(ENTRIES, []))
    parts = _below(rows.get(PARTS, []), plans)
    below = _below(rows.get(ITEMS, []), plans)
    _give(rows.get(NODES, []), items, "nodes")
    _give(rows.get(ENTRIES, []), {(*plan, ""): told for plan, told in plans.items()} | items, "log", 2)
    _give(rows.get(EVIDENCE, []), entries, "evidence")
    whole = [WholePlan(told, tuple(parts[name]), tuple(below[name])) for name, told in plans.items()]
    shown = tuple(sheet for sheet in file.sheets if sheet.name not in known)
    return whole, without_own(replace(file, sheets=shown))


def _named(rows: Iterable[_Owned], *keys: str) -> dict[_Owner, Told]:
    """The rows by what others call them: their owner and, of those that have a name, it."""
    found: dict[_Owner, Told] = {}
    for owner, told in rows:
        name = (*owner, *(str(told.fields[key]) for key in keys))
        if name in found:
            raise LedgerError(f"{told.place} 与前面的一行重复（{_spelt(name)}）；{_REMEDY}")
        found[name] = told
    return found


def _give(rows: Iterable[_Owned], owners: Mapping[_Owner, Told], key: str, named: int | None = None) -> None:
    """Each row into the list under ``key`` of what it belongs to, by the first ``named`` names of its owner."""
    for owner, told in rows:
        _owner(owners, owner[:named], told)
        kept = owners[owner[:named]].fields.setdefault(key, [])
        assert isinstance(kept, list)  # noqa: S101 - no column has this key
        kept.append(told.fields)


def _below(rows: Iterable[_Owned], plans: Mapping[_Owner, Told]) -> dict[_Owner, list[Told]]:
    below: dict[_Owner, list[Told]] = {name: [] for name in plans}
    for owner, told in rows:
        _owner(plans, owner, told)
        below[owner].append(told)
    return below


def _owner(owners: Mapping[_Owner, Told], name: _Owner, told: Told) -> None:
    if name not in owners:
        raise LedgerError(f"{told.place} 这一行属于“{_spelt(name)}”，文件里没有它；{_REMEDY}")


def _spelt(name: _Owner) -> str:
    return "/".join(filter(None, name))


def _rows(path: str, kind: DataSheet, sheet: Sheet) -> Iterator[_Owned]:
    head, *rows = sheet.rows or (Row(1, ()),)
    at = {cell.text: cell.column for cell in head.cells}
    missing = [name for name in kind.heads if name not in at]
    if missing:
        raise LedgerError(f"{place(path, sheet, head.number)} 缺少“{missing[0]}”一列；{_REMEDY}")
    for row in rows:
        cells = {name: row.cell(column).text for name, column in at.items()}
        try:
            owner = tuple(meant(cells[name]) for name in kind.owners)
            fields = _fields(columns(kind), cells)
        except ValueError as altered:
            spot = place(path, sheet, row.number, at.get(str(altered), 1))
            raise LedgerError(f"{spot} 被改动过，读不出来；{_REMEDY}") from None
        yield owner, Told(place(path, sheet, row.number), fields)


def _fields(wanted: Iterable[DataColumn], cells: Mapping[str, str]) -> Fields:
    """Raises ValueError that names the head of a column that says nothing, or nothing that we wrote."""
    fields: Fields = {}
    for column in wanted:
        text = cells[column.head]
        if not text:
            if column.keys == ("id",):
                raise ValueError(column.head)
            continue
        try:
            value = _names(text) if column.names else meant(text)
        except ValueError:
            raise ValueError(column.head) from None
        *outer, key = column.keys
        inside = fields
        for name in outer:
            inner = inside.setdefault(name, {})
            assert isinstance(inner, dict)  # noqa: S101 - no column has this key
            inside = inner
        inside[key] = value
    return fields


def _names(text: str) -> Value:
    """One name stands alone, as people write it."""
    names: list[Value] = [*meant_names(text)]
    return names[0] if len(names) == 1 else names
