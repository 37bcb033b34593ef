"""The lines of an import's preview, and what programs are told of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ledger.base.diagnostics import Diagnostic, Place

ITEM, PART, NOTHING, THING = "item", "part", "nothing", "thing"
NEW, SAME, ENTRIES, REFUSED, SKIPPED = "new", "same", "entries", "refused", "skipped"
READ_AS = {ITEM: "事项", PART: "部分", NOTHING: "略去"}
KEYS = (
    "cell",
    "plan",
    "read_as",
    "id",
    "title",
    "lead",
    "due",
    "remarks",
    "result",
    "entries",
    "codes",
    "register",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: ``read_as`` and ``result`` are of the words above; ``entries`` are new in its item's log."""

    place: Place
    read_as: str
    result: str
    id: str = ""
    title: str = ""
    lead: tuple[str, ...] = ()
    due: str = ""
    remarks: tuple[str, ...] = ()
    entries: Sequence[Mapping[str, Any]] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One plan: ``path`` is its file, ``new`` where it was not there; ``remarks`` are of the whole sheet."""

    id: str
    title: str
    path: str
    new: bool
    lines: Sequence[Line]
    remarks: Sequence[tuple[Place, str]] = ()

    def count(self, read_as: str, *results: str) -> int:
        return sum(line.read_as == read_as and (not results or line.result in results) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingSection:
    """What goes into one register; ``name`` is what ``--into`` calls it, ``title`` what readers do."""

    name: str
    title: str
    lines: Sequence[Line]

    def count(self, result: str) -> int:
        return sum(line.result == result for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """``units`` are new in the register; ``written`` or only shown; ``patch`` is the diff where it was asked for."""

    source: str
    sections: Sequence[Section]
    units: Sequence[Mapping[str, Any]]
    findings: Sequence[Diagnostic]
    written: bool
    things: Sequence[ThingSection] = ()
    patch: str | None = None


def data_of(done: Imported) -> dict[str, Any]:
    """What ``--format json`` says; ``rows`` are the records of csv and jsonl, their keys :data:`KEYS`."""
    rows = [_row(line, plan=section.id) for section in done.sections for line in section.lines]
    rows += [_row(line, register=section.name) for section in done.things for line in section.lines]
    return {
        "source": done.source,
        "written": done.written,
        "plans": [_plan(section) for section in done.sections],
        "registers": [_register(section) for section in done.things],
        "units": [dict(unit) for unit in done.units],
        "rows": rows,
        **({} if done.patch is None else {"diff": done.patch}),
    }


def _plan(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "path": section.path,
        "new": section.new,
        "parts": section.count(PART),
        "items": section.count(ITEM),
        "added": section.count(ITEM, NEW),
        "same": section.count(ITEM, SAME),
        "changed": section.count(ITEM, ENTRIES),
        "refused": section.count(ITEM, REFUSED) + section.count(PART, REFUSED),
        "skipped": section.count(NOTHING),
        "remarks": [{"cell": place.cell, "text": words} for place, words in section.remarks],
    }


def _register(section: ThingSection) -> dict[str, Any]:
    return {
        "name": section.name,
        "title": section.title,
        "added": section.count(NEW),
        "same": section.count(SAME),
        "refused": section.count(REFUSED),
    }


def _row(line: Line, plan: str | None = None, register: str | None = None) -> dict[str, Any]:
    return {
        "cell": line.place.cell,
        "plan": plan,
        "read_as": line.read_as,
        "id": line.id,
        "title": line.title,
        "lead": list(line.lead),
        "due": line.due or None,
        "remarks": list(line.remarks),
        "result": line.result,
        "entries": [dict(entry) for entry in line.entries],
        "codes": list(line.codes),
        "register": register,
    }
