"""A paper as a Word file: the measures of GB/T 9704-2012 in its XML, the same bytes every time, any text unchanged."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from office import needs_office, pages, pdfs

from ledger.base.text import printable
from ledger.render.papers.docx import render
from ledger.reports.paper import Column, Grid, Paper, Sheet, Text

FEW = settings(max_examples=15)
FANGSONG, KAITI, HEITI, SONG, TITLE = "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"
COLUMNS = (Column("序号", 1), Column("改革任务", 4), Column("时限", 2))
ROWS = (
    ("1", "出台公立医院薪酬制度改革的实施方案，并报市委全面深化改革领导小组审议", "2017年11月30日"),
    ("2", "试点", "2018年"),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PRINTABLE = TEXT.filter(lambda t: printable(t) == t and not re.search("[\ufffe\uffff]", t))


def paper(**changes: Any) -> Paper:
    values: dict[str, Any] = {
        "agency": "市委改革办",
        "number": "云改办交〔2017〕12号",
        "title": "关于公立医院薪酬制度改革的交办单",
        "addressees": ("市人力资源社会保障局", "市财政局"),
        "body": (
            Text("一、交办事项", 1),
            Text("下列任务已超过时限。"),
            Grid(COLUMNS, ROWS),
            Text("（一）说明原因。请于11月8日前反馈。", 2),
            Text("1. 书面反馈", 3),
            Text("请按时办结。"),
        ),
        "signed_by": "中共云州市委改革办",
        "day": date(2017, 11, 1),
        "cc": ("市委办公室", "市政府办公室"),
        "contact": "王某",
        "sheets": (
            Sheet("交办单回执", (Grid((Column("项目"), Column("内容", 3)), (("结果", ""),), to_fill=True),)),
        ),
    }
    return Paper(**(values | changes))


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(paper())


@pytest.fixture(scope="module")
def document(content) -> Document:
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def parts(content) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def opened(**changes: Any) -> Document:
    return docx.Document(io.BytesIO(render(paper(**changes))))


def attributes(element: Any, path: str) -> dict[str, str]:
    """Of the first element there, under their short names."""
    found = element.find("/".join(qn(step) for step in path.split("/")))
    return {name.rpartition("}")[2]: value for name, value in found.attrib.items()}


def styled(document: Document, style: str) -> Any:
    return next(p for p in document.paragraphs if p.style.name == style)


def look(document: Document, style: str) -> Any:
    return document.styles[style].element


def section(document: Document) -> Any:
    return document.sections[0]._sectPr


# the page


def test_the_page_is_a4_with_the_margins_of_the_standard(document):
    # 37, 35, 28 and 26 mm in twentieths of a point
    assert attributes(section(document), "w:pgSz") == {"w": "11906", "h": "16838"}
    margins = attributes(section(document), "w:pgMar")
    assert {k: margins[k] for k in ("top", "bottom", "left", "right")} == {
        "top": "2098",
        "bottom": "1984",
        "left": "1587",
        "right": "1474",
    }


def test_the_grid_has_22_lines_of_28_characters(document):
    grid = attributes(section(document), "w:docGrid")
    assert grid == {"type": "linesAndChars", "linePitch": "579", "charSpace": "-842"}
    height, width = 16838 - 2098 - 1984, 11906 - 1587 - 1474
    place = 20 * (16 + int(grid["charSpace"]) / 4096)
    assert (height // int(grid["linePitch"]), int(width // place)) == (22, 28)


def test_the_lines_of_the_body_are_as_high_as_the_grid(document):
    for style in ("公文正文", "heading 1", "heading 2", "heading 3", "主送机关", "成文日期"):
        spacing = attributes(look(document, style), "w:pPr/w:spacing")
        assert (spacing["line"], spacing["lineRule"], spacing["after"]) == ("579", "exact", "0")


def test_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones(document):
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side, other in (
        (document.sections[0].footer, "right", "left"),
        (document.sections[0].even_page_footer, "left", "right"),
    ):
        style = footer.paragraphs[0].style
        assert footer.paragraphs[0].text == "— 1 —"
        assert attributes(style.element, "w:pPr/w:jc") == {"val": side}
        indents = attributes(style.element, "w:pPr/w:ind")
        assert (indents[f"{side}Chars"], indents[f"{other}Chars"]) == ("100", "0")
        assert [e.text for e in footer._element.iter(qn("w:instrText"))] == [" PAGE "]


# fonts and styles


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Normal", FANGSONG, 16),
        ("公文正文", FANGSONG, 16),
        ("发文机关标志", TITLE, 42),
        ("发文字号", FANGSONG, 16),
        ("Title", TITLE, 22),
        ("heading 1", HEITI, 16),
        ("heading 2", KAITI, 16),
        ("heading 3", FANGSONG, 16),
        ("主送机关", FANGSONG, 16),
        ("表格文字", FANGSONG, 12),
        ("抄送机关", FANGSONG, 14),
        ("页码", SONG, 14),
        ("双页码", SONG, 14),
    ],
)
def test_fonts_and_sizes(document, style, font, size):
    element = look(document, style)
    fonts = attributes(element, "w:rPr/w:rFonts")
    assert {fonts[slot] for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {font}
    assert attributes(element, "w:rPr/w:sz") == {"val": str(2 * size)}


def test_every_style_that_is_used_names_its_chinese_font(parts):
    used = set(re.findall(r'w:(?:pStyle|rStyle) w:val="(\w+)"', "".join(parts.values())))
    styles = re.findall(r'w:styleId="(\w+)">.*?</w:style>', parts["word/styles.xml"])
    with_font = re.findall(r'w:styleId="(\w+)">(?:(?!</w:style>).)*w:eastAsia="', parts["word/styles.xml"])
    assert used <= set(with_font) <= set(styles)
    assert "Theme" not in "".join(parts.values())


def test_the_defaults_are_chinese(parts):
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"' in parts["word/styles.xml"]
    assert re.search(
        r'<w:rPrDefault><w:rPr><w:rFonts [^>]*w:eastAsia="仿宋_GB2312"', parts["word/styles.xml"]
    )
    assert '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>' in parts["word/settings.xml"]


def test_every_font_has_others_to_stand_in_for_it(parts):
    named = set(re.findall(r'w:eastAsia="([^"]+)"', parts["word/styles.xml"])) - {"zh-CN"}
    table = dict(
        re.findall(r'<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"', parts["word/fontTable.xml"])
    )
    assert set(table) == named == {FANGSONG, KAITI, HEITI, SONG, TITLE}
    assert "embed" not in parts["word/fontTable.xml"]


def test_a_paragraph_begins_two_characters_in(document):
    for style in ("公文正文", "heading 1", "heading 2", "heading 3"):
        assert attributes(look(document, style), "w:pPr/w:ind")["firstLineChars"] == "200"


# the parts of a paper


def test_the_head_is_red_35_mm_down_and_ruled(document):
    agency, number = look(document, "发文机关标志"), look(document, "发文字号")
    assert attributes(agency, "w:rPr/w:color") == {"val": "FF0000"}
    assert attributes(agency, "w:pPr/w:jc") == {"val": "center"}
    assert attributes(agency, "w:pPr/w:spacing")["before"] == "1984"
    assert attributes(number, "w:pPr/w:spacing")["before"] == str(2 * 579)
    assert attributes(number, "w:pPr/w:pBdr/w:bottom")["color"] == "FF0000"
    assert styled(document, "发文字号").text == "云改办交〔2017〕12号"


def test_title_and_addressee_keep_their_distance(document):
    assert attributes(look(document, "Title"), "w:pPr/w:spacing")["before"] == str(2 * 579)
    assert attributes(look(document, "主送机关"), "w:pPr/w:spacing")["before"] == "579"
    assert styled(document, "主送机关").text == "市人力资源社会保障局、市财政局："


@pytest.mark.parametrize(
    ("agency", "scale", "points"),
    [
        ("市委改革办", 100, 42),
        ("中共云州市委改革办公室", 91, 42),
        ("中共云州市委全面深化改革领导小组办公室", 67, 33),
        ("办" * 40, 67, 22),
    ],
)
def test_the_agency_fits_the_line_as_long_as_it_can(agency, scale, points):
    run = styled(opened(agency=agency), "发文机关标志").runs[0]
    assert (attributes(run._r, "w:rPr/w:w")["val"], run.font.size.pt) == (str(scale), points)


def test_a_remark_stands_above_the_agency_and_moves_nothing():
    document = opened(remark="已作废")
    first, second = document.paragraphs[:2]
    assert (first.text, second.text) == ("已作废", "市委改革办")
    assert attributes(second._p, "w:pPr/w:spacing")["before"] == str(1984 - 579)


def test_a_long_title_is_set_in_lines_of_like_length():
    short, long = styled(opened(), "Title"), styled(opened(title="改" * 24), "Title")
    assert short.paragraph_format.left_indent is None
    assert long.paragraph_format.left_indent == long.paragraph_format.right_indent
    assert long.paragraph_format.left_indent.pt == pytest.approx((8845 / 20 - 14 * 22) / 2, abs=0.1)
    assert styled(opened(title=f"{'改' * 20}\n{'革' * 20}"), "Title").paragraph_format.left_indent is None


def test_a_heading_that_runs_on_is_a_heading_up_to_its_full_stop(document):
    paragraph = next(p for p in document.paragraphs if p.text.startswith("（一）"))
    assert [(run.text, run.style.name) for run in paragraph.runs] == [
        ("（一）说明原因。", "二级标题字体"),
        ("请于11月8日前反馈。", "Default Paragraph Font"),
    ]
    assert attributes(look(document, "二级标题字体"), "w:rPr/w:rFonts")["eastAsia"] == KAITI


@pytest.mark.parametrize(
    ("unit", "left"),
    [
        ("市委改革办", 28 - 14.5),
        ("办" * 15, 28 - 15.5),
        ("中共云州市委全面深化改革领导小组办公室", 28 - 19.5),
        ("办" * 28, 0),
        ("办" * 40, 0),
    ],
)
def test_the_unit_is_centred_on_the_date_within_the_type_area(unit, left):
    document = opened(signed_by=unit)
    unit_line, day = styled(document, "发文机关署名"), styled(document, "成文日期")
    assert day.text == "2017年11月1日"
    # six and a half characters of a date and four free on either side are 14.5 places; a longer name widens them
    wanted = str(round(100 * left))
    for paragraph in (unit_line, day):
        assert attributes(paragraph._p, "w:pPr/w:ind")["leftChars"] == wanted
        assert attributes(paragraph.style.element, "w:pPr/w:jc") == {"val": "center"}


def kept_from(document: Document, style: str) -> list[bool]:
    """From the last paragraph before the signature through ``style``: whether each stays with the next."""
    body = list(document.paragraphs)
    start = next(n for n, p in enumerate(body) if p.style.name == "发文机关署名") - 1
    end = next(n for n, p in enumerate(body) if p.style.name == style)
    return [
        bool(p.paragraph_format.keep_with_next or p.style.paragraph_format.keep_with_next)
        for p in body[start:end]
    ]


def test_no_signature_stands_on_a_page_without_text(document):
    assert kept_from(document, "附注") == [True, True, True]
    assert kept_from(document, "末行") == [True, True, True, True]


def test_the_last_row_of_a_table_stays_with_the_signature():
    table = opened(body=(Grid(COLUMNS, ROWS),)).tables[0]
    kept = [cell.paragraphs[0].paragraph_format.keep_with_next for row in table.rows for cell in row.cells]
    assert kept == [True] * 3 + [None] * 3 + [True] * 3


def test_copies_stand_between_thick_rules_at_the_foot_of_the_page(document):
    table = document.tables[1]
    assert table.cell(0, 0).text == "抄送：市委办公室、市政府办公室。"
    properties = table._tbl.tblPr
    place = attributes(properties, "w:tblpPr")
    assert (place["vertAnchor"], place["tblpYSpec"]) == ("margin", "bottom")
    assert attributes(properties, "w:tblW")["w"] == "8845"
    for side in ("top", "bottom"):
        assert attributes(properties, f"w:tblBorders/w:{side}")["sz"] == "8"


def test_a_paper_without_extras_ends_with_its_date():
    document = opened(cc=(), contact=None, sheets=())
    assert len(document.tables) == 1
    assert document.paragraphs[-1].text == "2017年11月1日"


def test_the_note_names_whom_to_ask(document):
    assert styled(document, "附注").text == "（联系人：王某）"


# tables


def test_the_table_fills_the_type_area_by_shares(document):
    widths = [int(column.get(qn("w:w"))) for column in document.tables[0]._tbl.tblGrid]
    assert (widths, sum(widths)) == ([1263, 5054, 2528], 8845)


def test_the_head_is_repeated_and_no_row_is_broken(document):
    rows = [row._tr.trPr for row in document.tables[0].rows]
    assert [row.find(qn("w:tblHeader")) is not None for row in rows] == [True, False, False]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_columns_of_short_texts_are_centred(document):
    alignment = [cell.paragraphs[0].alignment for cell in document.tables[0].rows[1].cells]
    assert [a is not None for a in alignment] == [True, False, True]


def test_the_reply_form_stands_on_a_page_of_its_own_with_room_to_write(document):
    assert styled(document, "附件标题").style.paragraph_format.page_break_before
    form = document.tables[-1]
    assert [row.height.mm if row.height else None for row in form.rows] == [None, pytest.approx(16, abs=0.1)]


def test_tables_never_touch():
    body = opened(body=(Grid(COLUMNS, ROWS), Grid(COLUMNS, ROWS))).element.body
    kinds = [child.tag.rpartition("}")[2] for child in body]
    assert "tbl" in kinds
    assert all(pair != ("tbl", "tbl") for pair in pairwise(kinds))


# text


@FEW
@given(PRINTABLE, PRINTABLE)
def test_any_printable_text_comes_back_unchanged(one, two):
    body = (Text(one), Grid((Column("甲"), Column("乙")), ((one, two), (two, one))), Text(two, 1))
    document = opened(title=f"题{two}", body=body)
    assert styled(document, "Title").text == f"题{two}"
    texts = [p.text for p in document.paragraphs]
    assert one in texts
    assert two in texts
    assert [[c.text for c in row.cells] for row in document.tables[0].rows] == [
        ["甲", "乙"],
        [one, two],
        [two, one],
    ]


@FEW
@given(TEXT)
def test_any_text_at_all_makes_a_file_that_opens(text):
    changes = {"agency": text, "number": text, "addressees": (text,), "signed_by": text, "remark": text}
    document = opened(
        **changes, title=text, cc=(text,), contact=text, body=(Text(text),), sheets=(Sheet(text, ()),)
    )
    assert document.paragraphs


@pytest.mark.parametrize(
    "text", ["<w:p/>", "&lt;", "]]>", "{{ 甲 }}", "甲\u0000乙", "\ud800", "\ufffe", "甲\u202e乙", "\x1b[31m"]
)
def test_what_xml_cannot_carry_is_made_visible(text):
    shown = styled(opened(title=text), "Title").text
    assert shown == re.sub("[\ud800-\udfff\ufffe]", "\ufffd", printable(text))


def test_a_line_break_stays_one():
    assert styled(opened(title="甲\n乙"), "Title").text == "甲\n乙"


# the file


def test_the_same_paper_gives_the_same_bytes(content):
    assert render(paper()) == content


def test_neither_time_zone_nor_hash_seed_nor_day_changes_a_byte(content, tmp_path):
    script = "import sys; from test_paper_docx import paper, render; sys.stdout.buffer.write(render(paper()))"
    here = Path(__file__).parent
    folders = os.pathsep.join(map(str, (here, here.parent, Path.cwd())))
    env = os.environ | {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "PYTHONPATH": folders}
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, cwd=tmp_path, capture_output=True, check=True
    )
    assert done.stdout == content


def test_the_zip_is_sorted_stored_and_without_a_time(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"
    assert {(e.date_time, e.create_system, e.compress_type) for e in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0, zipfile.ZIP_STORED)
    }


def test_nothing_of_the_template_is_left(parts):
    assert set(parts) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/settings.xml",
        "word/styles.xml",
    }
    everything = "".join(parts.values())
    for trace in (
        "rsid",
        "thumbnail",
        "python-docx",
        "Macintosh",
        "2013",
        str(datetime.now().astimezone().year),
    ):
        assert trace not in everything


def test_the_properties_come_from_the_paper(document):
    properties = document.core_properties
    assert (properties.title, properties.author) == ("关于公立医院薪酬制度改革的交办单", "中共云州市委改革办")
    assert properties.created == properties.modified
    assert properties.created.isoformat()[:19] == "2017-11-01T00:00:00"
    assert (properties.last_modified_by, properties.comments) == ("", "")


def test_python_docx_is_imported_only_for_writing():
    script = (
        "import sys, cli, ledger.commands.status, ledger.reports.paper, ledger.render.papers.markdown;"
        "sys.exit('docx' in sys.modules or 'lxml' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@needs_office
def test_libreoffice_reads_it(content, tmp_path):
    paper = tmp_path / "paper.docx"
    paper.write_bytes(content)
    (pdf,) = pdfs(paper)
    # the paper takes two pages, its reply form a third; A4 in points
    assert pages(pdf) == 3
    assert re.search(rb"/MediaBox ?\[ ?0 0 595\.\d+ 841\.\d+ ?\]", pdf)
