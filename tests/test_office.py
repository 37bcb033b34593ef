"""Workbooks as LibreOffice shows them: several files of one name, every sheet, text that looks like something else."""

import pytest
import xlsxwriter
from office import needs_office, tables


@needs_office
def test_libreoffice_shows_every_sheet_of_every_workbook(tmp_path):
    paths = []
    for folder, sheets in (("一", ("表一-1",)), ("二", ("表一-1", "b c"))):
        path = tmp_path / folder / "甲-1.xlsx"
        path.parent.mkdir()
        with xlsxwriter.Workbook(path) as book:
            for name in sheets:
                sheet = book.add_worksheet(name)
                sheet.write_column("A1", ["1.10", '甲"乙,\n丙'], None)
                sheet.write_string("B1", "=1+1")
                sheet.write_number("B2", 1.5)
        paths.append(path)
    rows = [["1.10", "=1+1"], ['甲"乙,\n丙', "1.5"]]
    assert tables(*paths) == [{"表一-1": rows}, {"表一-1": rows, "b c": rows}]


def test_without_libreoffice_a_required_test_fails(monkeypatch, tmp_path):
    monkeypatch.setattr("office.SOFFICE", None)
    with pytest.raises(pytest.fail.Exception, match="LibreOffice is required here"):
        tables(tmp_path / "absent.xlsx")
