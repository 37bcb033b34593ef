"""Files as people send them: csv, xlsx and docx, and what only looks like one."""

import io
import zipfile
from datetime import date, datetime

import docx
import openpyxl
import pytest
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ledger.base.errors import LedgerError
from ledger.files.sheets.cells import Kind, letters, place, seen
from ledger.files.sheets.number_formats import shown_day, shown_number
from ledger.files.sheets.reading import read_sheets


def workbook(fill) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xlsx(fill, name="台账.xlsx"):
    return read_sheets(name, name, workbook(fill))


def csv(text: str | bytes, name="台账.csv"):
    return read_sheets(name, name, text if isinstance(text, bytes) else text.encode())


def texts(file, sheet=0):
    return [[cell.text for cell in row.cells] for row in file.sheets[sheet].rows]


def edited(content: bytes, member: str, old: str, new: str) -> bytes:
    """A part of an archive, changed as no library would write it."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as to,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == member:
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            to.writestr(name, part)
    return buffer.getvalue()


# csv


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "按 UTF-8 编码读取"),
        ("utf-8-sig", "按 UTF-8（带 BOM） 编码读取"),
        ("gb18030", "按 GB18030（GBK） 编码读取"),
        ("utf-16", "按 UTF-16 编码读取"),
    ],
)
def test_a_csv_is_read_in_the_encodings_that_offices_use_and_says_which(codec, said):
    file = csv("序号,事项\r\n1,简化审批\r\n".encode(codec))
    assert texts(file) == [["序号", "事项"], ["1", "简化审批"]]
    assert file.remark == said


def test_a_byte_order_mark_within_a_head_shows_nothing():
    assert texts(csv("\ufeff序号,\ufeff事项\n")) == [["序号", "事项"]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_what_cuts_the_fields_is_found_though_sentences_hold_the_other_ones(delimiter):
    rows = [["序号", "事项", "单位"], ["1", "一, 二, 三, 四; 五", "甲"], ["2", "六;七;八;九", "乙"]]
    text = "".join(delimiter.join(f'"{f}"' for f in row) + "\n" for row in rows)
    assert texts(csv("全市台账\n" + text)) == [["全市台账"], *rows]


def test_rows_of_a_csv_are_counted_as_excel_does():
    file = csv('序号,事项\n\n1,"两行\r\n的格"\n,,\n2,末行\n')
    assert [(row.number, row.cells[-1].text) for row in file.sheets[0].rows] == [
        (1, "事项"),
        (3, "两行\n的格"),
        (5, "末行"),
    ]


def test_digits_that_a_csv_marks_as_words_are_these_words():
    assert texts(csv('="1.10","=""1.10""",\t1.10\n')) == [["1.10", "1.10", "1.10"]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\x00\x81", "编码"),
        ('1,"没有结束\n2,甲\n'.encode(), "英文引号"),
        ('"放管服"改革,甲\n'.encode(), "第 1 行"),
        (b" \n ", "空文件"),
    ],
)
def test_a_csv_that_cannot_be_read_right_is_refused(content, said):
    with pytest.raises(LedgerError, match=said):
        csv(content)


# xlsx


def test_cells_read_as_excel_shows_them():
    def fill(book):
        sheet = book.active
        sheet.append(["1.10", 6.0, 1.1, 0.1 + 0.2, 123456789012, True, "  两头空　", None, "\u200b"])
        sheet["A2"], sheet["A2"].number_format = 0.6, "0%"
        sheet["B2"], sheet["B2"].number_format = 7, '"第"0"件"'
        sheet["C2"], sheet["C2"].number_format = 3, "000"
        sheet["D2"], sheet["D2"].number_format = 1.1, "0.00"
        sheet["E2"] = "换_x000D_\n行"

    assert texts(xlsx(fill)) == [
        ["1.10", "6", "1.1", "0.3", "123456789012", "TRUE", "两头空"],
        ["60%", "第7件", "003", "1.10", "换\n行"],
    ]


@pytest.mark.parametrize(
    ("value", "format_", "shown"),
    [
        (1234.5, "#,##0.00", "1234.50"),
        (-2, "0", "-2"),
        (-0.2, "0", "0"),
        (2.5, "0", "3"),
        (1.5, "0.##", "1.5"),
        (0.125, "0.0%", "12.5%"),
        (4, '"第"General"项"', "第4项"),
        (8, "（0）", "（8）"),
        (5, "0_);[Red]\\(0\\)", "5"),
        (42.25, "# ?/?", "42.25"),
    ],
)
def test_number_formats(value, format_, shown):
    assert shown_number(value, format_) == shown


@pytest.mark.parametrize(
    ("format_", "shown", "kind"),
    [
        ("yyyy-mm-dd", "2017-06-01", Kind.DAY),
        ('yyyy"年"m"月"d"日";@', "2017-06-01", Kind.DAY),
        ("[$-804]aaaa", "2017-06-01", Kind.DAY),
        ('yyyy"年"m"月"', "2017年6月", Kind.TEXT),
        ("yyyy", "2017年", Kind.TEXT),
        ('m"月"d"日"', "6月1日", Kind.DAY),
        ('m"月"', "6月", Kind.TEXT),
        ("yyyy/m/d h:mm", "2017-06-01", Kind.DAY),
    ],
)
def test_a_day_says_no_more_than_its_cell_shows(format_, shown, kind):
    cell = shown_day(3, datetime(2017, 6, 1, 9, 30), format_)  # noqa: DTZ001
    assert (cell.text, cell.kind, cell.day) == (shown, kind, date(2017, 6, 1) if kind is Kind.DAY else None)


@pytest.mark.parametrize("since_1904", [False, True])
def test_days_are_the_same_in_both_calendars_of_excel(since_1904):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"date_1904": since_1904}) as book:
        form = book.add_format({"num_format": "yyyy-mm-dd"})
        book.add_worksheet().write_datetime(0, 0, datetime(2017, 6, 30), form)  # noqa: DTZ001
    cell = read_sheets("a.xlsx", "a.xlsx", buffer.getvalue()).sheets[0].rows[0].cells[0]
    assert (cell.day, cell.kind) == (date(2017, 6, 30), Kind.DAY)


def test_merged_areas_repeat_their_value_and_say_so():
    def fill(book):
        sheet = book.active
        for row in (["一、简政放权", 1], [None, 2], [None, 3]):
            sheet.append(row)
        sheet.merge_cells("A1:A3")
        sheet.merge_cells("A8:XFD9")
        sheet["A8"] = "注"

    rows = xlsx(fill).sheets[0].rows
    assert [(r.number, r.cell(1).text, r.cell(1).merged) for r in rows] == [
        (1, "一、简政放权", False),
        (2, "一、简政放权", True),
        (3, "一、简政放权", True),
        (8, "注", False),
    ]
    assert [c.column for c in rows[3].cells] == [1, 2]


def test_hidden_rows_columns_and_sheets_are_marked():
    def fill(book):
        sheet = book.active
        for row in range(1, 4):
            sheet.append([row] * 5)
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions.group("B", "C", hidden=True)
        book.create_sheet("底稿").sheet_state = "veryHidden"

    content = edited(
        workbook(fill), "xl/worksheets/sheet1.xml", '<row r="3"', '<row r="3" ht="0" customHeight="1"'
    )
    file = read_sheets("台账.xlsx", "台账.xlsx", content)
    assert [row.hidden for row in file.sheets[0].rows] == [False, True, True]
    assert file.sheets[0].hidden_columns == {2, 3}
    assert [(s.name, s.hidden) for s in file.sheets] == [("Sheet", False), ("底稿", True)]


def test_formulas_show_what_was_computed_and_faults_are_faults():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        sheet = book.add_worksheet()
        sheet.write_formula(0, 0, "=1+1", value=2)
        sheet.write_formula(0, 1, "=Z9", value="#REF!")
        sheet.write_string(0, 2, "=这是文字")
    cells = read_sheets("a.xlsx", "a.xlsx", buffer.getvalue()).sheets[0].rows[0].cells
    assert [(c.text, c.kind) for c in cells] == [
        ("2", Kind.NUMBER),
        ("#REF!", Kind.FAULT),
        ("=这是文字", Kind.TEXT),
    ]


def test_a_formula_that_nobody_computed_is_no_empty_cell():
    def fill(book):
        book.active.append(["事项", "=A9"])

    assert xlsx(fill).sheets[0].rows[0].cell(2).kind is Kind.FAULT


# docx


def word(fill) -> bytes:
    document = docx.Document()
    fill(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_every_table_of_a_docx_is_a_sheet_with_merged_cells_filled():
    def fill(document):
        document.add_paragraph("任务分工")
        table = document.add_table(3, 3)
        for n, text in enumerate(["领域", "事项", "单位", "简政", "甲", "市财政局", "", "乙", "市税务局"]):
            table.cell(n // 3, n % 3).text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        document.add_table(1, 2).cell(0, 0).text = "第二张"

    file = read_sheets("a.docx", "a.docx", word(fill))
    assert [s.name for s in file.sheets] == ["表1", "表2"]
    assert texts(file) == [["领域", "事项", "单位"], ["简政", "甲", "市财政局"], ["简政", "乙", "市税务局"]]
    assert [r.cell(1).merged for r in file.sheets[0].rows] == [False, False, True]


def test_a_cell_over_several_columns_of_a_docx_fills_them():
    def fill(document):
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "责任单位"
        table.cell(0, 2).text = "时限"
        table.cell(1, 2).text = "年底前"

    rows = read_sheets("a.docx", "a.docx", word(fill)).sheets[0].rows
    assert [(c.column, c.text, c.merged) for c in rows[0].cells] == [
        (1, "责任单位", False),
        (2, "责任单位", True),
        (3, "时限", False),
    ]
    assert [(c.column, c.text) for c in rows[1].cells] == [(3, "年底前")]


def test_revisions_of_a_docx_are_read_as_accepted_and_told():
    def fill(document):
        paragraph = document.add_table(1, 1).cell(0, 0).paragraphs[0]
        paragraph.add_run("6月底前")
        for tag, text in (("ins", "<w:t>完成</w:t>"), ("del", "<w:delText>研究</w:delText>")):
            run = f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>'
            paragraph._p.append(parse_xml(run))

    file = read_sheets("a.docx", "a.docx", word(fill))
    assert texts(file) == [["6月底前完成"]]
    assert "修订" in file.remark


# what is refused


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("台账.xls", b"x", "旧版 Excel.*另存为 .xlsx"),
        ("台账.et", b"x", "WPS.*另存为 .xlsx"),
        ("正文.wps", b"x", "另存为 .docx"),
        ("台账.ods", b"x", "OpenDocument"),
        ("台账.pdf", b"x", "PDF"),
        ("台账", b"x", "不是读得了的表格"),
        ("台账.xlsx", b"", "空文件"),
        ("台账.xlsx", b"<html>", "损坏"),
        ("台账.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "旧版（97-2003）"),
        ("台账.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("台账.docx", workbook(lambda _: None), "不是后缀所说的格式"),
        ("台账.xlsx", word(lambda _: None), "不是后缀所说的格式"),
        ("台账.xlsx", workbook(lambda _: None)[:-30], "损坏"),
        ("台账.csv", "事项\n".encode() * 50_001, "50000 行"),
    ],
)
def test_what_is_no_table_is_refused_with_the_remedy(name, content, said):
    with pytest.raises(LedgerError, match=said) as refused:
        read_sheets(name, name, content)
    assert name in str(refused.value)


def test_a_broken_part_is_a_sentence():
    content = edited(workbook(lambda _: None), "xl/workbook.xml", "<sheets>", "<sheets")
    with pytest.raises(LedgerError, match="读不出来"):
        read_sheets("a.xlsx", "a.xlsx", content)


def test_an_archive_that_would_fill_the_memory_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (101 * 2**20))
    with pytest.raises(LedgerError, match="101 MB"):
        read_sheets("a.xlsx", "a.xlsx", buffer.getvalue())


def test_an_area_merged_over_everything_is_refused_before_the_library_sees_it():
    content = workbook(lambda book: book.active.merge_cells("A1:B2"))
    with pytest.raises(LedgerError, match="整列"):
        read_sheets(
            "a.xlsx", "a.xlsx", edited(content, "xl/worksheets/sheet1.xml", '"A1:B2"', '"A1:XFD1048576"')
        )


# names


def test_places_are_named_as_spreadsheets_name_them():
    file = xlsx(lambda book: (book.active.append(["事项"]), setattr(book.active, "title", "2017 年")))
    assert str(place(file.path, file.sheets[0], 14, 28)) == "台账.xlsx '2017 年'!AB14"
    assert [letters(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_what_shows_nothing_is_gone_and_line_breaks_are_one_kind():
    assert seen("\ufeff　甲\u200b\r\n乙\v丙_x000D_\n丁 \x07") == "甲\n乙\n丙\n丁"
