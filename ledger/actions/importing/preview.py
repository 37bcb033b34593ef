"""Fates as lines of the preview, in the order of the sheets."""

from collections.abc import Iterable

from ledger.actions.importing.fates import ItemFate, Outcome, PartFate, PlanFate
from ledger.actions.importing.roll import names_of
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.loading.sheets.draft import Fact
from ledger.reports import imported
from ledger.reports.imported import Line, Section

_RESULTS = {
    Outcome.NEW: imported.NEW,
    Outcome.SAME: imported.SAME,
    Outcome.ENTRIES: imported.ENTRIES,
    Outcome.REFUSED: imported.REFUSED,
}


def section_of(fate: PlanFate) -> Section:
    """Every row of the sheet, the skipped ones in their places."""
    skipped = [
        Line(place=place, read_as=imported.NOTHING, result=imported.SKIPPED, remarks=(why,))
        for place, why in fate.draft.skipped
    ]
    lines = [*map(_part, fate.parts), *map(_item, fate.items), *skipped]
    sheets = list(dict.fromkeys(_sheet(line) for line in lines))
    return Section(
        id=fate.id,
        title=fate.plan.title if fate.plan else str(fate.fields["title"]),
        path=fate.path,
        new=fate.plan is None,
        lines=sorted(lines, key=lambda line: (sheets.index(_sheet(line)), line.place.line)),
        remarks=fate.draft.remarks,
    )


def _sheet(line: Line) -> str:
    return line.place.cell.rpartition("!")[0]


def _part(fate: PartFate) -> Line:
    return Line(
        place=fate.draft.place,
        read_as=imported.PART,
        result=_RESULTS[fate.outcome],
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
        read_as=imported.ITEM,
        result=_RESULTS[fate.outcome],
        id=fate.id,
        title=str(fields.get("title", "")),
        lead=tuple(names_of(fields.get("lead"))),
        due=_due(fields.get("due"), fields.get("nodes")),
        remarks=fate.remarks,
        entries=fate.entries if fate.number is not None else new,
        codes=_codes(fate.faults),
    )


def _due(due: Fact | None, nodes: Fact | None) -> str:
    """With the nodes on the way to it."""
    steps = [node["due"] for node in nodes or () if isinstance(node, dict)]
    return f"{due or ''}（节点 {'、'.join(steps)}）" if steps else str(due or "")


def _codes(faults: Iterable[Diagnostic]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.code for d in faults if d.severity is Severity.ERROR))
