"""What becomes of a row that tells of a register's thing: new, known already, or refused with the cell to blame."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ledger.actions.importing.fates import Outcome
from ledger.base.diagnostics import Diagnostic, Severity, has_errors
from ledger.base.text import did_you_mean, quoted
from ledger.files.scalars import Value
from ledger.loading.records import told
from ledger.loading.things.rows import ThingRow
from ledger.loading.things.tables import OWNER, ThingTable
from ledger.loading.things.texts import cell_text, value_at
from ledger.loading.written import written
from ledger.measures.comparing.full_names import FullNames
from ledger.measures.holdings import Holding, holdings, within_record
from ledger.model.fields import spelling
from ledger.model.forms import field_words
from ledger.model.ledger import Ledger

_LONG = 80
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingFate:
    """``data`` is what a file would say of a new one, its ``record`` typed; ``holding`` the one that the ledger has.

    ``owner`` is the thing in which a new one is to stand. ``twin``: a row above says the same.
    """

    row: ThingRow
    data: Mapping[str, Value]
    record: Any = None
    holding: Holding | None = None
    owner: Holding | None = None
    twin: bool = False
    faults: tuple[Diagnostic, ...] = ()

    @property
    def outcome(self) -> Outcome:
        if has_errors(self.faults):
            return Outcome.REFUSED
        return Outcome.SAME if self.holding is not None or self.twin else Outcome.NEW


def thing_fates(rows: Sequence[ThingRow], ledger: Ledger) -> list[ThingFate]:
    """In the order of the rows; whole things come before the rows that people see of them.

    Of a thing that the ledger has only such rows count, of a new one they may say nothing else. A plan, paper or other
    thing that has the id already is for the rules to tell (P101).
    """
    known = {(h.type.kind, h.ref): h for h in holdings(ledger)}
    names = FullNames(ledger)
    shown = {_key(row): row for row in rows if not row.whole}
    found, first, whole = list[ThingFate](), dict[_Key, ThingFate](), dict[_Key, Any]()
    for row in rows:
        key = _key(row)
        if key in whole and not row.whole:
            found += _beside(row, whole[key])
            continue
        if row.whole and key in known and key in shown:
            continue
        seen = shown.get(key)
        fate = _fate(
            replace(row, at=seen.at, places=seen.places) if row.whole and seen else row, known, names
        )
        if row.whole and fate.record is not None:
            whole |= {(h.type.kind, h.ref): h.record for h in within_record(row.table.thing, fate.record)}
        if key in first and row.id:
            fate = _again(fate, first[key])
        first.setdefault(key, fate)
        found.append(fate)
    return found


def _key(row: ThingRow) -> _Key:
    return row.table.thing.kind, row.ref


def _beside(row: ThingRow, record: Any) -> Iterator[ThingFate]:
    """A row that people see of a thing that comes as a whole, where it says something else."""
    try:
        said = reader(row.table.thing.record).validate_python(_over(written(record), row.data))
    except ValidationError as error:
        yield ThingFate(row=row, data=row.data, faults=tuple(unread(row, error)))
        return
    if said != record:
        message = f"{row.ref} 与隐藏的数据工作表说的不一样"
        faults = (fault("I196", row, "id", message, "用原来导出的文件；要改的，导入以后照改登记簿文件"),)
        yield ThingFate(row=row, data=row.data, faults=faults)


def _fate(row: ThingRow, known: Mapping[tuple[str, str], Holding], names: FullNames) -> ThingFate:
    data = row.data
    holding = known.get((row.table.thing.kind, row.ref))
    owner = known.get((row.table.register.thing.kind, row.owner)) if row.table.key else None
    if faults := list(_unplaced(row, owner, known)):
        return ThingFate(row=row, data=data, faults=tuple(faults))
    whole = _over(written(holding.record), data) if holding is not None and not row.whole else data
    try:
        record = reader(row.table.thing.record).validate_python(whole)
    except ValidationError as error:
        return ThingFate(row=row, data=data, holding=holding, owner=owner, faults=tuple(unread(row, error)))
    faults = list(_unlike(row, holding.record, record, names)) if holding is not None else []
    return ThingFate(row=row, data=data, record=record, holding=holding, owner=owner, faults=tuple(faults))


def _over(known: Mapping[str, Value], said: Mapping[str, Value]) -> dict[str, Value]:
    """What is known with what a row says instead, record by record."""
    data = dict(known)
    for key, value in said.items():
        old = data.get(key)
        data[key] = _over(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return data


def _unplaced(
    row: ThingRow, owner: Holding | None, known: Mapping[tuple[str, str], Holding]
) -> Iterator[Diagnostic]:
    if not row.id:
        yield fault("I193", row, "id", f"没有写{_title(row.table, 'id')}", "补上编号，或删去这一行")
    if row.table.key and owner is None:
        kind, word = row.table.register.thing.kind, row.table.register.thing.word
        refs = [ref for of, ref in known if of == kind]
        said = f"没有{word}{quoted(row.owner)}" if row.owner else f"没有写{row.table.owner}"
        guess = did_you_mean(row.owner, refs)
        hint = f"{guess}还没有的，先用 ledger new {kind} 登记，再导入"
        yield fault("I195", row, OWNER, said, hint)


def unread(row: ThingRow, error: ValidationError) -> Iterator[Diagnostic]:
    """What its record would not take: what is missing, what cannot be read."""
    for one in error.errors(include_url=False):
        key = ".".join(step for step in one["loc"] if isinstance(step, str))
        title = _title(row.table, key)
        if one["type"] == "missing":
            hint = f"补上“{title}”一格，或先用 ledger new 登记"
            yield fault("I193", row, key, f"没有写{title}", hint)
        else:
            message, hint = told(one, row.table.thing.record, title)
            yield fault("I192", row, key, message, hint)


def _unlike(row: ThingRow, known: Any, said: Any, names: FullNames) -> Iterator[Diagnostic]:
    """Whatever the row says otherwise than the ledger: a register is not edited by a sheet."""
    if row.whole:
        if written(known) != dict(row.fields):
            hint = "整件的数据只能用来新建；有变化的，用 ledger record 记，或照改登记簿文件"
            yield fault("I194", row, "id", f"{row.ref} 与台账里的不一样", hint)
        return
    before, after = written(known), written(said)
    for column in row.table.columns:
        if column.key not in row.fields:
            continue
        was, now = value_at(before, column.keys), value_at(after, column.keys)
        if was != now and _names(names, column.key, was) != _names(names, column.key, now):
            old, new = cell_text(column, was) or "（空）", cell_text(column, now)
            message = f"{column.head}：台账里是{quoted(old, _LONG)}，表里是{quoted(new, _LONG)}"
            yield fault("I194", row, column.key, message, _remedy(row.table))


def _remedy(table: ThingTable) -> str:
    way = "有变化的用 ledger record 记；" if table.thing.events else ""
    return f"核对哪一个对：表错了改表；{way}台账里登记错的，照改登记簿文件"


def _names(names: FullNames, key: str, value: "Value | None") -> Any:
    return names.full(key, tuple(map(str, value)) if isinstance(value, list) else value)


def _again(fate: ThingFate, above: ThingFate) -> ThingFate:
    """A thing that a row above tells already: the same is told once."""
    if fate.data == above.data:
        return replace(fate, twin=True, faults=())
    said = f"{fate.row.ref} 在 {above.row.at.cell or above.row.at} 已经有一行，说的不一样"
    return replace(fate, faults=(fault("I196", fate.row, "id", said, "留一行；确是两件的，编号分开"),))


def ordered(table: ThingTable, data: Mapping[str, Value]) -> dict[str, Value]:
    """In the order in which files have the keys."""
    record: Any = table.thing.record
    return {key: data[key] for _, key in spelling(record) if key in data}


def fault(code: str, row: ThingRow, key: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, row.place(key), hint)


def _title(table: ThingTable, key: str) -> str:
    return field_words(table.thing.record, key)


def reader(record: Any) -> TypeAdapter[Any]:
    """What reads data of a file as that record."""
    return _reader(record)


@cache
def _reader(record: Any) -> TypeAdapter[Any]:
    return TypeAdapter(record)
