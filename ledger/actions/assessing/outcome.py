"""A round's sheets → what becomes of every row and what the files would say; nothing is written here."""

from dataclasses import dataclass

from ledger.actions.assessing.files import (
    Round,
    files_of_round,
    inspection_of,
    inspections_of,
    item_entries,
    plan_entries,
)
from ledger.actions.assessing.reading import Sheets
from ledger.actions.assessing.weighing import Case, weigh
from ledger.actions.collecting.entries import Ground
from ledger.actions.entry_blame import objection, to_blame
from ledger.actions.outcome import result_of
from ledger.base.diagnostics import Diagnostic, Severity
from ledger.checks.run import check
from ledger.loading.returns.assessed import CONCLUSION, LOCKED, SentSheet
from ledger.loading.returns.sheet_form import RowBack
from ledger.measures.standing import standing_of
from ledger.model.plans import ref_of
from ledger.model.registers.inspections import Inspection
from ledger.reports.assessed.judged import Judged, Outcome


@dataclass(frozen=True, slots=True)
class Assessment:
    """``changed`` are new contents by path. ``objections`` are errors that no row is to blame for: with them nothing may be written."""

    round: Round
    rows: list[Judged]
    events: list[str]
    changed: dict[str, bytes]
    objections: list[Diagnostic]
    warnings: list[Diagnostic]


def assessment(sheets: Sheets, ground: Ground, by: str | None, into: str | None) -> Assessment:
    """``by`` is who verifies; ``into`` the inspection that its findings go into, where somebody names it."""
    ledger = ground.ledger
    inspection = inspection_of(ledger, sheets.event, sheets.year, ground.when, into)
    known = inspections_of(ledger, sheets.event, sheets.year)
    now = {ref_of(p, i): (p, i) for p, i in ledger.items()}
    judged: list[Judged] = []
    for sent, out, row in sheets.rows:
        if row.ref not in now:
            judged.append(_gone(sent, row))
            continue
        standing = standing_of(*now[row.ref], ledger, ground.when)
        judged.append(weigh(Case(sent, out, row, standing, by, _known(known, row.ref))))
    judged += [_disputed(sent, row, others) for sent, _, row, others in sheets.disputed]
    return _settled(judged, Round(sheets.event, sheets.year, by, inspection, ()), ground)


def _gone(sent: SentSheet, row: RowBack) -> Judged:
    gone = Judged(sent, row, row.shown[1], "", Outcome.SAME)
    return gone.held("I165", LOCKED[0], "台账里已经没有这一项", "查编号改成了什么，用 ledger record 记")


def _disputed(sent: SentSheet, row: RowBack, others: str) -> Judged:
    twice = Judged(sent, row, row.shown[1], "", Outcome.SAME)
    return twice.held("I206", CONCLUSION, f"与{others}填的不一样", "问明以哪份为准，另一份移走，再收一次")


def _known(inspections: list[Inspection], ref: str) -> list[str]:
    """Titles of the findings that the round has about the item."""
    return [f.title for i in inspections for f in i.findings if ref in f.items]


def _settled(rows: list[Judged], first: Round, ground: Ground) -> Assessment:
    """Each round of the loop holds back a row that a rule objects to, so there is an end to it."""
    before: list[Diagnostic] | None = None
    while True:
        taken = [row for row in rows if row.outcome is not Outcome.HELD]
        plans = tuple(dict.fromkeys(row.sent.plan for row in taken))
        round_ = Round(first.event, first.year, first.by, first.into, plans)
        of_items = item_entries(rows, round_, ground)
        of_plans = plan_entries(rows, round_, ground)
        changed = files_of_round(rows, [*of_items.values(), *of_plans], round_, ground)
        before = before if before is not None else check(ground.ledger, ground.sources, ground.day)
        new = _new(changed, ground, before) if changed else []
        errors = [d for d in new if d.severity is Severity.ERROR]
        blamed = to_blame(
            errors, of_items, {p: c for p, c in changed.items() if p in ground.sources.contents}
        )
        if not blamed:
            events = [added.ref for added in of_plans]
            warnings = [d for d in new if d.severity is Severity.WARNING]
            return Assessment(round_, rows, events, changed, errors, warnings)
        rows = [_objected(row, blamed[id(row)]) if id(row) in blamed else row for row in rows]


def _new(changed: dict[str, bytes], ground: Ground, before: list[Diagnostic]) -> list[Diagnostic]:
    """What the rules find in the result and did not find before."""
    names = {path.removeprefix(ground.tree.prefix): content for path, content in changed.items()}
    return result_of(ground.tree, names, ground.day, ground.sources).new(before)


def _objected(row: Judged, error: Diagnostic) -> Judged:
    return row.held("I207", CONCLUSION, objection(error), "改了再收，或核对后用 ledger record 记")
