"""What we read of a workbook is what other programs show of it."""

from datetime import date, datetime

import openpyxl
import pytest
from office import needs_office, tables
from python_calamine import CalamineWorkbook

from ledger.files.sheets.cells import Kind
from ledger.files.sheets.reading import read_sheets

TRAPS = [
    ["2017年改革任务台账"],
    ["序号", "改革　任务", "完成\n时限", "进度", "=SUM(1)"],
    [1, "=不是公式", datetime(2017, 6, 1), 0.6, "1.10"],  # noqa: DTZ001
    [2, "前后有空 ", datetime(2017, 9, 30), 1, "007"],  # noqa: DTZ001
    [3, "+1", "６月底前", 1.5, -3],
]
FORMATS = {"A3": '"第"0"件"', "D3": "0%", "D4": "0%", "D5": "0.00", "C3": 'yyyy"年"m"月"', "C4": "yyyy-mm-dd"}
LOST = ((3, 1), (3, 3), (5, 4))
"""Where LibreOffice shows the format, and leaves it out when it writes csv."""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "台账"
    for row in TRAPS:
        sheet.append(row)
    for name in ("E2", "B3", "B5"):
        sheet[name].data_type = "s"
    for name, form in FORMATS.items():
        sheet[name].number_format = form
    sheet.merge_cells("A1:E1")
    path = tmp_path_factory.mktemp("sheets") / "台账.xlsx"
    made.save(path)
    return path


def cells(path):
    (sheet,) = read_sheets(path.name, path.name, path.read_bytes()).sheets
    return {(row.number, cell.column): cell for row in sheet.rows for cell in row.cells if not cell.merged}


@needs_office
def test_cells_say_what_libreoffice_shows(book):
    (sheets,) = tables(book)
    shown = {
        (row, column): text.strip("　 ")
        for row, texts in enumerate(sheets["台账"], 1)
        for column, text in enumerate(texts, 1)
        if text.strip()
    }
    read = {spot: cell.text for spot, cell in cells(book).items()}
    assert {spot: read.pop(spot) for spot in LOST} == {(3, 1): "第1件", (3, 3): "2017年6月", (5, 4): "1.50"}
    assert read == {spot: text for spot, text in shown.items() if spot not in LOST}


def test_values_are_those_that_calamine_finds(book):
    rows = CalamineWorkbook.from_path(book).get_sheet_by_name("台账").to_python()
    read = cells(book)
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if isinstance(value, date) and (row, column) != (3, 3):
                assert read[row, column].day == value
            elif isinstance(value, str) and value:
                assert read[row, column].text == value.strip()
    assert read[3, 3].kind is Kind.TEXT
