"""Sheets as people fill them in → plans: heads, lines, headings, items, cell by cell; nothing guessed, nothing silent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ledger.base.diagnostics import Place
from ledger.base.garbage import no_garbage_collection
from ledger.files.sheets.cells import SheetFile, place
from ledger.loading.exports.own_sheets import is_own, own_entries
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.columns import keys_of
from ledger.loading.sheets.draft import DraftPlan
from ledger.loading.sheets.due_cells import Calendar
from ledger.loading.sheets.groups import Entry, read_entries
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.hierarchy import find_parents, idle_banners, is_nested
from ledger.loading.sheets.identifiers import give_ids
from ledger.loading.sheets.items import draft_item, draft_part
from ledger.loading.sheets.lines import Line, Skipped
from ledger.loading.sheets.parts import with_parts
from ledger.loading.sheets.plan_heads import by_plan, plan_fields, year_in_heads, year_of
from ledger.loading.sheets.reported import reported_of
from ledger.loading.sheets.tables import Found, find_tables, lines_of
from ledger.loading.sheets.unit_cells import UnitCells


@no_garbage_collection()
def read_drafts(file: SheetFile, asked: Asked) -> list[DraftPlan]:
    """One draft for every plan that is named, or one for all; what belongs to no plan stands with the first.

    A file without a list is one empty draft whose faults say what was looked for. Raises LedgerError where a sheet
    that was asked for is not there.
    """
    found = find_tables(file, asked)
    lines = [line for sheet, table in found.tables for line in lines_of(file.path, sheet, table, found)]
    drafts = [_draft(plan, found, asked) for plan in by_plan(lines)] or [DraftPlan()]
    if file.remark:
        found.remarks.insert(0, (Place(file.path), file.remark))
    for sheet in {sheet.name: sheet for sheet, _ in found.tables}.values():
        found.remarks += [(place(file.path, sheet, *spot), "批注没有读") for spot in sheet.comments]
    first = drafts[0]
    drafts[0] = replace(
        first,
        skipped=tuple((s.place, s.reason) for s in found.skipped),
        remarks=(*found.remarks, *first.remarks),
        faults=(*found.faults, *first.faults),
    )
    return drafts


def _draft(lines: Sequence[Line], found: Found, asked: Asked) -> DraftPlan:
    names = dict.fromkeys(line.sheet.name for line in lines)
    titles = [title for name in names for title in found.above.get(name, ())]
    fields, remarks = plan_fields(lines, titles)
    issued = asked.issued or (date.fromisoformat(str(fields["issued"])) if "issued" in fields else None)
    year = asked.year or year_in_heads(lines) or (None if issued else year_of(str(fields.get("number", ""))))
    units = UnitCells(asked)
    heard = [text for titles in found.above.values() for _, text in titles]
    for text in [*heard, *(row.text for row in found.skipped)]:
        units.hear(text)
    entries = _entries(lines, remarks, found)
    calendar = Calendar(year, issued)
    reported, unclear = reported_of(lines, titles, Calendar(year or (issued.year if issued else None), None))
    remarks += unclear
    items = tuple(draft_item(entry, asked, units, calendar) for entry in entries if not entry.is_part)
    columns = keys_of({id(line.table): line.table for line in lines}.values(), items)
    parts = tuple(draft_part(entry) for entry in entries if entry.is_part)
    return DraftPlan(
        fields=fields,
        parts=parts,
        items=items,
        columns=columns,
        reported=reported,
        remarks=tuple(remarks),
        faults=tuple(fault for entry in entries if entry.is_part for fault in entry.faults),
    )


def _entries(lines: Sequence[Line], remarks: list[tuple[Place, str]], found: Found) -> list[Entry]:
    """Headings and items, each with its id and its heading."""
    own = all(is_own(line.table) for line in lines)
    entries = list(own_entries(lines) if own else read_entries(lines))
    if not own:
        find_parents(entries)
        idle = idle_banners(entries)
        found.skipped += [Skipped(e.line.place(), "下面没有事项，不作部分", e.title) for e in idle]
        entries = [entry for entry in entries if entry not in idle]
        if not is_nested(entries):
            entries = list(with_parts(entries))
        elif any(Head.PART in line.cells for line in lines):
            remarks.append((lines[0].place(), "编号已分出层级，所属部分一列没有读"))
    give_ids(entries)
    return entries
