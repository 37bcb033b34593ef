"""Sheets as people fill them in → plans: heads, lines, headings, items, cell by cell; nothing guessed, nothing silent."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.base.garbage import no_garbage_collection
from ledger.base.text import first_of, quoted
from ledger.files.sheets.cells import Sheet, SheetFile, letters, place
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.columns import keys_of, settle_field
from ledger.loading.sheets.draft import DraftPlan
from ledger.loading.sheets.due_cells import Calendar
from ledger.loading.sheets.groups import Entry, read_entries
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.heads import Table, find_table, looked_for
from ledger.loading.sheets.hierarchy import find_parents, is_nested
from ledger.loading.sheets.identifiers import give_ids
from ledger.loading.sheets.items import draft_item, draft_part
from ledger.loading.sheets.lines import Line, Skipped, read_lines
from ledger.loading.sheets.own_sheets import is_own, own_entries, own_table
from ledger.loading.sheets.parts import with_parts
from ledger.loading.sheets.plan_heads import above, by_plan, plan_fields, year_of
from ledger.loading.sheets.unit_cells import UnitCells


@dataclass(slots=True)
class _Found:
    """Everything of a file's sheets that is not a line of a plan."""

    tables: list[tuple[Sheet, Table]] = field(default_factory=list)
    above: dict[str, list[tuple[Place, str]]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[tuple[Place, str]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


@no_garbage_collection()
def read_drafts(file: SheetFile, asked: Asked) -> list[DraftPlan]:
    """One draft for every plan that is named, or one for all; what belongs to no plan stands with the first.

    A file without a list is one empty draft whose faults say what was looked for. Raises LedgerError where a sheet
    that was asked for is not there.
    """
    found = _find_tables(file, asked)
    lines = [line for sheet, table in found.tables for line in _lines(file.path, sheet, table, found)]
    drafts = [_draft(plan, found, asked) for plan in by_plan(lines)] or [DraftPlan()]
    if file.remark:
        found.remarks.insert(0, (Place(file.path), file.remark))
    first = drafts[0]
    drafts[0] = replace(
        first,
        skipped=tuple((s.place, s.reason) for s in found.skipped),
        remarks=(*found.remarks, *first.remarks),
        faults=(*found.faults, *first.faults),
    )
    return drafts


def _find_tables(file: SheetFile, asked: Asked) -> _Found:
    found = _Found()
    names = [sheet.name for sheet in file.sheets]
    if missing := [name for name in asked.sheets if name not in names]:
        raise LedgerError(f"{file.path} 里没有工作表“{missing[0]}”，有：{first_of(names, 10)}")
    for sheet in file.sheets:
        spot = place(file.path, sheet, 1)
        if asked.sheets and sheet.name not in asked.sheets:
            continue
        if sheet.hidden and not asked.sheets:
            found.skipped.append(Skipped(spot, "隐藏的工作表，没有读；要读，用 --sheet 指明", ""))
            continue
        table = find_table(sheet)
        if table is None:
            if sheet.rows:
                found.skipped.append(Skipped(spot, "没有认出表头，整张表没有读", ""))
        elif table.twice:
            found.faults.append(_two_columns(file.path, sheet, table))
        else:
            own = is_own(table)
            settled = own_table(table) if own else settle_field(sheet, table, asked.fields)
            found.tables.append((sheet, settled))
            found.above[sheet.name] = [] if own else above(file.path, sheet, settled)
            found.remarks += [(place(file.path, sheet, settled.last), r) for r in settled.remarks]
    if not found.tables and not found.faults:
        found.faults.append(
            Diagnostic(
                "I101", Severity.ERROR, "没有找到表头，不知道哪一列是什么", Place(file.path), looked_for()
            )
        )
    return found


def _two_columns(path: str, sheet: Sheet, table: Table) -> Diagnostic:
    named = [f"{quoted(table.words[column])}（{letters(column)}列）" for column in table.twice]
    return Diagnostic(
        code="I102",
        severity=Severity.ERROR,
        message=f"{'、'.join(named)}说的是一回事，不知道用哪一列",
        place=place(path, sheet, table.last, table.twice[0]),
        hint="留一列；另一列改个名称，或者删去",
    )


def _lines(path: str, sheet: Sheet, table: Table, found: _Found) -> list[Line]:
    read = list(read_lines(path, sheet, table))
    skipped = [row for row in read if isinstance(row, Skipped)]
    found.skipped += skipped
    if hidden := [row for row in skipped if row.hidden]:
        rows = first_of([str(row.place.line) for row in hidden], 10, " 等，共 {n} 行")
        found.faults.append(
            Diagnostic(
                code="I103",
                severity=Severity.WARNING,
                message=f"有隐藏的行，没有读：第 {rows} 行",
                place=hidden[0].place,
                hint="要导入的，取消隐藏或筛选；不要的，删去",
            )
        )
    return [row for row in read if isinstance(row, Line)]


def _draft(lines: Sequence[Line], found: _Found, asked: Asked) -> DraftPlan:
    fields, remarks = plan_fields(lines, [t for name in _sheets(lines) for t in found.above.get(name, ())])
    issued = asked.issued or (date.fromisoformat(str(fields["issued"])) if "issued" in fields else None)
    year = asked.year or (None if issued else year_of(str(fields.get("number", ""))))
    units = UnitCells(asked)
    heard = [text for titles in found.above.values() for _, text in titles]
    for text in [*heard, *(row.text for row in found.skipped)]:
        units.hear(text)
    tables = {sheet.name: table for sheet, table in found.tables}
    entries = _entries(lines, remarks, own=all(is_own(tables[line.sheet.name]) for line in lines))
    calendar = Calendar(year, issued)
    items = tuple(
        draft_item(
            entry,
            asked,
            units,
            calendar,
            says_leads=not entry.exact and tables[entry.line.sheet.name].has(Head.LEAD, Head.UNITS),
        )
        for entry in entries
        if not entry.is_part
    )
    columns = keys_of({line.sheet.name: tables[line.sheet.name] for line in lines}.values(), items)
    parts = tuple(draft_part(entry) for entry in entries if entry.is_part)
    return DraftPlan(
        fields=fields,
        parts=parts,
        items=items,
        columns=columns,
        remarks=tuple(remarks),
        faults=tuple(fault for entry in entries if entry.is_part for fault in entry.faults),
    )


def _sheets(lines: Sequence[Line]) -> list[str]:
    return list(dict.fromkeys(line.sheet.name for line in lines))


def _entries(lines: Sequence[Line], remarks: list[tuple[Place, str]], *, own: bool) -> list[Entry]:
    """Headings and items, each with its id and its heading."""
    entries = list(own_entries(lines) if own else read_entries(lines))
    if not own:
        find_parents(entries)
        if not is_nested(entries):
            entries = list(with_parts(entries))
        elif any(Head.PART in line.cells for line in lines):
            remarks.append((lines[0].place(), "编号已分出层级，所属部分一列没有读"))
    give_ids(entries)
    return entries
