"""Workbooks as they come back, without files: ``came_back(sent, ["有进展", "已招标", ""], …)``."""

from collections.abc import Sequence
from datetime import date

from ledger.files.sheets.cells import Cell, Kind, Row, Sheet, SheetFile
from ledger.files.sheets.kept import KEPT_SHEET, kept_rows
from ledger.loading.returns.return_reading import read_returned
from ledger.loading.returns.returned import Returned
from ledger.loading.returns.sent import LOCKED, OPEN, Sent, SentRow, properties_of

HEAD = [*LOCKED, *OPEN]


def sent(*rows: SentRow, unit: str = "市财政局", **fields: object) -> Sent:
    """One workbook of November 2017 that went out on the 15th to one of two units."""
    said = {"ledger": "台账", "month": "2017-11", "day": date(2017, 11, 15), "unit": unit}
    return Sent(**(said | {"units": ("市财政局", "市教育局"), "rows": rows} | fields))  # type: ignore[arg-type]


def row(ref: str = "p/1", *, entries: int = 0, last: str = "") -> SentRow:
    return SentRow((ref, f"事项{ref}", "2017-12-31", "未启动", "", ""), entries, last)


def filled(sent: Sent, *answers: Sequence[str]) -> list[list[str]]:
    """The table below its title: each row as it went out, its three cells as its answer says."""
    told = [*answers, *[("", "", "")] * (len(sent.rows) - len(answers))]
    return [[*HEAD], *[[*r.shown, *answer] for r, answer in zip(sent.rows, told, strict=True)]]


def sheet_file(sent: Sent, *tables: list[list[str]], path: str = "财政局.xlsx") -> SheetFile:
    """Each table a sheet with a title above it; what went out stands on the hidden one."""
    shown = [
        _sheet(f"表{n}", [["2017年11月改革事项进展报送表"], *table]) for n, table in enumerate(tables, 1)
    ]
    kept = _sheet(KEPT_SHEET, list(map(list, kept_rows(properties_of(sent)))), hidden=True)
    return SheetFile(path, (*shown, kept))


def came_back(sent: Sent, *answers: Sequence[str], path: str = "财政局.xlsx") -> Returned:
    return read_returned(sheet_file(sent, filled(sent, *answers), path=path))


def _sheet(name: str, table: list[list[str]], *, hidden: bool = False) -> Sheet:
    rows = [
        Row(number, tuple(_cell(column, text) for column, text in enumerate(texts, 1) if text))
        for number, texts in enumerate(table, 1)
    ]
    return Sheet(name, tuple(r for r in rows if r.cells), hidden)


def _cell(column: int, text: str) -> Cell:
    return Cell(column, text, Kind.FAULT if text.startswith("#") else Kind.TEXT)
