"""Fates as lines of the preview, in the order of the sheets."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from ledger.actions.importing.fates import ItemFate, PartFate, PlanFate
from ledger.actions.importing.roll import names_of
from ledger.actions.importing.thing_fates import ThingFate
from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.loading.sheets.draft import Fact
from ledger.reports.import_lines import (
    ITEM,
    NOTHING,
    PART,
    READ_AS,
    SKIPPED,
    THING,
    Line,
    Section,
    ThingSection,
)

_MANY = 3


def section_of(fate: PlanFate) -> Section:
    """Every row of the sheet, the skipped ones in their places."""
    skipped = [
        Line(place=place, read_as=NOTHING, result=SKIPPED, remarks=(why,))
        for place, why in fate.draft.skipped
    ]
    parts, items = _shortened([*map(_part, fate.parts)]), _shortened([*map(_item, fate.items)])
    lines = [*parts.lines, *items.lines, *skipped]
    sheets = list(dict.fromkeys(_sheet(line) for line in lines))
    return Section(
        id=fate.id,
        title=fate.plan.title if fate.plan else str(fate.fields["title"]),
        path=fate.path,
        new=fate.plan is None,
        lines=sorted(lines, key=lambda line: (sheets.index(_sheet(line)), line.place.line)),
        remarks=[*fate.draft.remarks, *parts.common, *items.common],
    )


def thing_sections(fates: Iterable[ThingFate]) -> list[ThingSection]:
    """Register by register, in the order in which the file first tells of them."""
    found: dict[str, list[ThingFate]] = {}
    for fate in fates:
        found.setdefault(fate.row.table.name, []).append(fate)
    return [
        ThingSection(name=name, title=held[0].row.table.title, lines=[_thing(fate) for fate in held])
        for name, held in found.items()
    ]


def _thing(fate: ThingFate) -> Line:
    title = getattr(fate.record, "title", None) or fate.data.get("title") or ""
    return Line(
        place=fate.row.at,
        read_as=THING,
        result=fate.outcome.value,
        id=fate.row.ref,
        title=str(title),
        remarks=("上面已有同样的一行",) if fate.twin else (),
        codes=_codes(fate.faults),
    )


class _Shortened(NamedTuple):
    """Lines without the remarks that all of them have, and those, each at the first line."""

    lines: list[Line]
    common: list[tuple[Place, str]]


def _shortened(lines: list[Line]) -> _Shortened:
    if len(lines) < _MANY:
        return _Shortened(lines, [])
    common = [words for words in lines[0].remarks if all(words in line.remarks for line in lines)]
    kept = [replace(line, remarks=tuple(w for w in line.remarks if w not in common)) for line in lines]
    what = READ_AS[lines[0].read_as]
    return _Shortened(kept, [(lines[0].place, f"各{what}都是：{words}") for words in common])


def _sheet(line: Line) -> str:
    return line.place.cell.rpartition("!")[0]


def _part(fate: PartFate) -> Line:
    return Line(
        place=fate.draft.place,
        read_as=PART,
        result=fate.outcome.value,
        id=fate.id,
        title=fate.draft.title,
        remarks=fate.draft.remarks,
        codes=_codes(fate.faults),
    )


def _item(fate: ItemFate) -> Line:
    fields = fate.draft.fields
    log = fate.fields.get("log", ())
    new = [entry for entry in log if isinstance(entry, dict)] if not isinstance(log, str) else []
    return Line(
        place=fate.draft.place,
        read_as=ITEM,
        result=fate.outcome.value,
        id=fate.id,
        title=str(fields.get("title", "")),
        lead=tuple(names_of(fields.get("lead"))),
        due=str(fields.get("due", "")),
        remarks=(*_nodes(fields.get("nodes")), *fate.remarks),
        entries=fate.entries if fate.number is not None else new,
        codes=_codes(fate.faults),
    )


def _nodes(nodes: Fact | None) -> tuple[str, ...]:
    """The steps on the way to the time limit."""
    steps = [f"{node['title']} {node['due']}" for node in nodes or () if isinstance(node, dict)]
    return (f"节点：{'、'.join(steps)}",) if steps else ()


def _codes(faults: Iterable[Diagnostic]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.code for d in faults if d.severity is Severity.ERROR))
