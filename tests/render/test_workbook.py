"""Workbooks as bytes: opened again by two other libraries."""

import io
import json

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import Cell as Read
from ledger.files.sheets.cells import Row, Sheet, SheetFile
from ledger.files.sheets.exact import LONGEST
from ledger.files.sheets.kept import KEPT_SHEET, kept_properties
from ledger.render.sheet_names import legal_names
from ledger.render.workbook import workbook_bytes
from ledger.reports.blocks import Cell, Tone, cells
from ledger.reports.workbook import Holds, SheetColumn, SheetPage, Workbook

UNITS = tuple(f"云州市第{n}建设管理委员会" for n in range(40))
COLUMNS = (
    SheetColumn("编号", 12),
    SheetColumn("牵头单位", 20, open=True, choices=UNITS, offered=True),
    SheetColumn("时限", 12, Holds.DAY),
    SheetColumn("天数", 8, Holds.NUMBER),
    SheetColumn("状态", 12, open=True, choices=("已启动", "已完成"), hint="只能填这两种"),
)


def book(*rows: tuple[Cell, ...], **said) -> Workbook:
    page = SheetPage("市财政局", COLUMNS, rows, "改革台账", ("填表说明：" + "很长" * 80,))
    return Workbook("台账", (page,), **said)


def opened(made: Workbook) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes(made)))


def row(*texts: str) -> tuple[Cell, ...]:
    return cells(*texts, *[""] * (len(COLUMNS) - len(texts)))


def test_the_same_workbook_gives_the_same_bytes():
    assert workbook_bytes(book(row("1.10"))) == workbook_bytes(book(row("1.10")))


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-1", "@SUM(A1)", "1.10", "007", "2017-06", "http://a.cn", "{=A1}"]
)
def test_text_is_never_a_formula_a_number_or_a_link(text):
    content = workbook_bytes(book(row(text)))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    found = sheet["A4"]
    assert (found.value, found.data_type, found.number_format, found.hyperlink) == (text, "s", "@", None)
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[3][0] == text


def test_days_and_numbers_are_what_they_are_and_other_words_stay_text():
    sheet = opened(book(row("1", "", "2017-06-30", "12"), row("2", "", "长期", "3 天"))).worksheets[0]
    assert [c.value for c in sheet[4]][2:4] == [sheet["C4"].value, 12]
    assert sheet["C4"].is_date
    assert sheet["C4"].value.isoformat() == "2017-06-30T00:00:00"
    assert [c.value for c in sheet[5]][2:4] == ["长期", "3 天"]


def test_what_xml_cannot_carry_is_made_visible_and_markup_is_text():
    sheet = opened(book(row("a\x01b\u202e\ufffe"), row("<r><t>x</t></r>"))).worksheets[0]
    assert sheet["A4"].value == "a\\u0001b\\u202e\ufffd"
    assert sheet["A5"].value == "＜r><t>x</t></r>"


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so():
    sheet = opened(book(row("𠮷" * 20_000))).worksheets[0]
    text = sheet["A4"].value
    assert text.endswith("以下略）")
    assert LONGEST - 1 <= len(text.encode("utf-16-le")) // 2 <= LONGEST


def test_lists_are_offered_or_prescribed_and_long_ones_stand_on_a_hidden_sheet():
    made = opened(book(row("1"), row("2")))
    units, states = made.worksheets[0].data_validations.dataValidation
    assert (str(units.sqref), units.formula1, units.errorStyle) == ("B4:B5", "'选项'!$A$1:$A$40", "warning")
    assert (states.formula1, states.errorStyle, states.error) == ('"已启动,已完成"', None, "只能填这两种")
    assert made["选项"].sheet_state == "hidden"
    assert [c.value for c in made["选项"]["A"]] == list(UNITS)


def test_a_locked_book_takes_input_in_open_columns_only_and_asks_for_no_password():
    sheet = opened(book(row("1"), locked=True)).worksheets[0]
    assert (sheet.protection.sheet, sheet.protection.password) == (True, None)
    assert [c.protection.locked for c in sheet[4]] == [True, False, True, True, False]
    assert not opened(book(row("1"))).worksheets[0].protection.sheet


def test_a_page_is_a4_across_as_wide_as_the_paper_with_its_head_on_every_one():
    sheet = opened(book(row("1"))).worksheets[0]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.print_title_rows) == (True, "$3:$3")
    assert (sheet.freeze_panes, [c.value for c in sheet[3]]) == ("A4", [c.head for c in COLUMNS])


def test_rows_are_as_high_as_their_lines_and_nobody_fixed_them():
    sheet = opened(book(row("1"), row("长" * 30), row("一\n二"), row("a" * 9))).worksheets[0]
    one, six, two, latin = (sheet.row_dimensions[n].height for n in range(4, 8))
    assert one == latin < two < six
    assert b"customHeight" not in workbook_bytes(book(row("1")))


def test_a_column_grows_for_a_text_that_would_be_taller_than_a_row_can_be():
    sheet = opened(book(row("1"), row("", "长" * 524))).worksheets[0]
    widths = [sheet.column_dimensions[c].width for c in "AB"]
    assert widths[0] < COLUMNS[0].width + 1
    assert 524 * 2 / (widths[1] - 2) * 15 < sheet.row_dimensions[5].height <= 409
    assert opened(book(row("1"))).worksheets[0].column_dimensions["B"].width < widths[1]


def test_what_is_overdue_is_red():
    sheet = opened(book((Cell("逾期3天", Tone.BAD), *row("")[1:]))).worksheets[0]
    assert (sheet["A4"].font.color.rgb, sheet["A4"].font.bold) == ("FFC00000", True)


def test_a_page_without_title_or_rows_has_its_head():
    page = SheetPage("空", COLUMNS[:1], ())
    assert opened(Workbook("", (page,))).worksheets[0]["A1"].value == "编号"


def test_a_hidden_page_keeps_its_name():
    pages = (SheetPage("数据-方案", COLUMNS, ()), SheetPage("数据-方案", COLUMNS, (), hidden=True))
    made = opened(Workbook("台账", pages))
    assert [(s.title, s.sheet_state) for s in made] == [("数据-方案 (2)", "visible"), ("数据-方案", "hidden")]


def test_names_of_sheets_are_legal_and_told_apart():
    wanted = ["a/b:c", "A-b-C", "", "长" * 40, "长" * 40, "'引'", "History", "ledger", "𠮷" * 20]
    assert legal_names(wanted, ["ledger"]) == [
        *(
            "a-b-c",
            "A-b-C (2)",
            "表",
            "长" * 31,
            "长" * 27 + " (2)",
            "引",
            "History (2)",
            "ledger (2)",
            "𠮷" * 15,
        ),
    ]


def read(workbook: openpyxl.Workbook) -> SheetFile:
    sheet = workbook[KEPT_SHEET]
    rows = (
        Row(number, tuple(Read(at, str(v)) for at, v in enumerate(values, 1) if v))
        for number, values in enumerate(sheet.iter_rows(values_only=True), 1)
    )
    return SheetFile("a.xlsx", (Sheet(KEPT_SHEET, tuple(rows), hidden=sheet.sheet_state == "veryHidden"),))


def test_what_is_kept_with_the_file_is_read_again_however_long_and_odd():
    kept = {"month": "2017-11", "sent": json.dumps(["长 \n\x01" * 9_000]), "blank": " "}
    assert kept_properties(read(opened(book(row("1"), properties=kept)))) == kept
    assert kept_properties(SheetFile("a.xlsx", ())) == {}


def test_what_was_kept_and_altered_is_refused():
    sheet = Sheet(KEPT_SHEET, (Row(1, (Read(1, "month"), Read(2, "2017-11"))),), hidden=True)
    with pytest.raises(LedgerError, match="被改动过"):
        kept_properties(SheetFile("a.xlsx", (sheet,)))
