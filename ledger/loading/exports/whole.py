"""Plans that came as a whole, as an export writes them: data of plan files, and where each part of it was told."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ledger.base.diagnostics import Place
from ledger.base.errors import LedgerError
from ledger.files.scalars import Value
from ledger.model.shelves import thing_types

Fields = dict[str, Value]
LINES = ".jsonl"
_REMEDY = "请用 ledger export 写的文件"


@dataclass(frozen=True, slots=True)
class Told:
    """The ``fields`` of a record with its log, and the row or line that begins it."""

    place: Place
    fields: Fields


@dataclass(frozen=True, slots=True)
class WholePlan:
    """``own`` is without parts and items."""

    own: Told
    parts: tuple[Told, ...] = ()
    items: tuple[Told, ...] = ()

    @property
    def id(self) -> str:
        return str(self.own.fields["id"])

    @property
    def data(self) -> Fields:
        """The plan file."""
        parts: list[Value] = [part.fields for part in self.parts]
        items: list[Value] = [item.fields for item in self.items]
        return self.own.fields | ({"parts": parts} if parts else {}) | ({"items": items} if items else {})


def whole_lines(path: str, content: bytes) -> list[WholePlan]:
    """The plans of a file of lines, each a plan or an item of one above it, or a register's (``exported_things``).

    Raises LedgerError for a line that is neither.
    """
    found: dict[str, tuple[Told, list[Told]]] = {}
    for place, record in told_lines(path, content):
        if record.get("record") not in thing_types():
            _add(found, place, record)
    return [_plan(own, items) for own, items in found.values()]


def told_lines(path: str, content: bytes) -> Iterator[tuple[Place, Fields]]:
    """Every line with what it says; raises LedgerError for one that is no record."""
    for number, line in enumerate(content.decode("utf-8-sig", "replace").split("\n"), 1):
        if line.strip():
            yield Place(path, number), _record(path, number, line)


def _add(found: dict[str, tuple[Told, list[Told]]], place: Place, record: Fields) -> None:
    kind, plan, name = record.pop("record", ""), record.get("plan"), record.get("id")
    if kind == "plan" and isinstance(name, str) and name not in found:
        found[name] = (Told(place, record), [])
    elif kind == "item" and isinstance(plan, str) and isinstance(name, str) and plan in found:
        del record["plan"]
        found[plan][1].append(Told(place, record))
    else:
        raise LedgerError(f"{place} 不是方案，也不是前面某个方案的事项；{_REMEDY}")


def _plan(own: Told, items: list[Told]) -> WholePlan:
    parts = own.fields.pop("parts", [])
    rows = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    return WholePlan(own, tuple(Told(own.place, part) for part in rows), tuple(items))


def _record(path: str, number: int, line: str) -> Fields:
    try:
        record = json.loads(line, parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise LedgerError(f"{Place(path, number)} 不是一条 JSON 记录；{_REMEDY}")
    return record
