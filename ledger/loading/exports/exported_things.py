"""What registers hold, from what was exported: whole records, and in a workbook the pages that people see beside them."""

import json
from collections.abc import Iterator
from dataclasses import replace

from ledger.base.diagnostics import Diagnostic, Severity
from ledger.base.errors import LedgerError
from ledger.files.scalars import Value
from ledger.files.sheets.cells import Sheet, SheetFile, place
from ledger.files.sheets.kept import joined
from ledger.loading.exports.data_sheets import THINGS
from ledger.loading.exports.whole import told_lines
from ledger.loading.things.rows import ThingRow, read_things
from ledger.loading.things.tables import ThingTable, tables
from ledger.model.shelves import registers


def thing_lines(path: str, content: bytes) -> list[ThingRow]:
    """The whole records of a file of lines, ``record`` saying what each is; other lines are not asked."""
    known = {register.thing.kind: ThingTable(register) for register in registers().values()}
    found = list[ThingRow]()
    for at, record in told_lines(path, content):
        table = known.get(str(record.pop("record", "")))
        if table is not None:
            found.append(ThingRow(table, at, record, whole=True))
    return found


def exported_things(file: SheetFile) -> tuple[list[ThingRow], list[Diagnostic], SheetFile]:
    """Whole records first, then the rows of pages, what is wrong with those, and the other sheets.

    Nothing where export wrote no registers: a page is only known by its name. Raises LedgerError where the data were
    altered.
    """
    data = next((sheet for sheet in file.sheets if sheet.name == THINGS), None)
    if data is None:
        return [], [], file
    rows, faults = list(_whole(file.path, data)), list[Diagnostic]()
    known = {table.title: table for table in tables()}
    pages = [sheet for sheet in file.sheets if sheet.name in known]
    for page in pages:
        more, found = read_things(replace(file, sheets=(page,)), known[page.name])
        rows += more
        faults += [fault for fault in found if fault.severity is not Severity.NOTE]
    rest = tuple(sheet for sheet in file.sheets if sheet is not data and sheet not in pages)
    return rows, faults, replace(file, sheets=rest)


def _whole(path: str, sheet: Sheet) -> Iterator[ThingRow]:
    for row in sheet.rows[1:]:
        name, _, *texts = (cell.text for cell in row.cells)
        at = place(path, sheet, row.number)
        try:
            fields: dict[str, Value] = json.loads(joined(texts))
            table = ThingTable(registers()[name])
        except (ValueError, KeyError, RecursionError):
            raise LedgerError(
                f"{at} 被改动过，读不出来；“数据-”开头的工作表由程序读写，请用原来导出的文件"
            ) from None
        yield ThingRow(table, at, fields, whole=True)
