"""Which sheets of a file hold a list, and what of them is no line of it; every sheet and row is accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.base.errors import LedgerError
from ledger.base.text import first_of, quoted
from ledger.files.sheets.cells import Sheet, SheetFile, letters, place
from ledger.loading.exports.own_sheets import is_own, own_table
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.columns import settle_field
from ledger.loading.sheets.heads import Table, looked_for
from ledger.loading.sheets.lines import Line, Skipped, read_lines
from ledger.loading.sheets.lists import lists_in
from ledger.loading.sheets.plan_heads import above


@dataclass(slots=True)
class Found:
    """Everything of a file's sheets that is not a line of a plan."""

    tables: list[tuple[Sheet, Table]] = field(default_factory=list)
    above: dict[str, list[tuple[Place, str]]] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)
    remarks: list[tuple[Place, str]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def find_tables(file: SheetFile, asked: Asked) -> Found:
    """Raises LedgerError where a sheet that was asked for is not there."""
    found = Found()
    with_sheets(file, asked.sheets)
    for sheet in file.sheets:
        spot = place(file.path, sheet, 1)
        if asked.sheets and sheet.name not in asked.sheets:
            continue
        if sheet.hidden and not asked.sheets:
            found.skipped.append(Skipped(spot, "隐藏的工作表，没有读；要读，用 --sheet 指明", ""))
            continue
        lists = list(lists_in(sheet))
        for rows, table in lists:
            if table.twice:
                found.faults.append(_two_columns(file.path, rows, table))
            else:
                _take(file.path, rows, table, asked, found)
        found.remarks += [
            (place(file.path, sheet, table.first), "这里另有一个表头，下面各行按它读")
            for _, table in lists[1:]
        ]
        if sheet.rows and not lists:
            found.skipped.append(Skipped(spot, "没有认出表头，整张表没有读", ""))
    if not found.tables and not found.faults:
        found.faults.append(
            Diagnostic(
                "I101", Severity.ERROR, "没有找到表头，不知道哪一列是什么", Place(file.path), looked_for()
            )
        )
    return found


def with_sheets(file: SheetFile, asked: Sequence[str]) -> SheetFile:
    """The file with the sheets that were asked for, to be seen even if they are hidden; all of them where none was.

    Raises LedgerError for one that is not there.
    """
    names = [sheet.name for sheet in file.sheets]
    if missing := [name for name in asked if name not in names]:
        raise LedgerError(f"{file.path} 里没有工作表“{missing[0]}”，有：{first_of(names, 10)}")
    if not asked:
        return file
    return replace(file, sheets=tuple(replace(s, hidden=False) for s in file.sheets if s.name in asked))


def _take(path: str, sheet: Sheet, table: Table, asked: Asked, found: Found) -> None:
    own = is_own(table)
    settled = own_table(table) if own else settle_field(sheet, table, asked.fields)
    found.tables.append((sheet, settled))
    found.above.setdefault(sheet.name, [] if own else above(path, sheet, settled))
    found.remarks += [(place(path, sheet, settled.last), r) for r in settled.remarks]


def _two_columns(path: str, sheet: Sheet, table: Table) -> Diagnostic:
    named = [f"{quoted(table.words[column])}（{letters(column)}列）" for column in table.twice]
    return Diagnostic(
        code="I102",
        severity=Severity.ERROR,
        message=f"{'、'.join(named)}说的是一回事，不知道用哪一列",
        place=place(path, sheet, table.last, table.twice[0]),
        hint="留一列；另一列改个名称，或者删去",
    )


def lines_of(path: str, sheet: Sheet, table: Table, found: Found) -> list[Line]:
    """The lines of one list; the rows that are none go to ``found``."""
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
