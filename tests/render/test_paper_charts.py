"""Charts in a paper: the part that Word draws from, where it stands, and a diagram in Markdown."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from ledger.base.text import one_line, width
from ledger.render.ooxml import clean
from ledger.render.papers.docx import render
from ledger.render.papers.markdown import render as markdown
from ledger.render.reports.markdown import picture
from ledger.reports.chart import Chart, ChartKind
from ledger.reports.paper import Column, Grid, Paper, Text

BARS, TREND, FUNNEL = ChartKind
NAMES = {
    key: f"http://schemas.openxmlformats.org/drawingml/2006/{kind}"
    for key, kind in (("c", "chart"), ("a", "main"))
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
RATES = Chart(
    "完成率",
    BARS,
    ("市财政局", "市发展改革委", "区县"),
    (Decimal("62.50"), Decimal(100), None),
    ("62.5%（10/16）", "100%（3/3）", "没有计数事项"),
    "%",
    Decimal(100),
)
MONTHS = Chart(
    "办结", TREND, ("8月", "9月", "10月"), (Decimal(4), None, Decimal(7)), ("4 件", "无", "7 件"), "件"
)
# ECMA-376 part 1, dml-chart.xsd and dml-main.xsd: the children that we write, in the order of their schema
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr chart spPr txPr externalData",
    "chart": "title autoTitleDeleted view3D plotArea legend plotVisOnly dispBlanksAs",
    "plotArea": "layout barChart lineChart catAx valAx dTable spPr",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "ser": "idx order tx spPr invertIfNegative marker dPt dLbls trendline errBars cat val smooth",
    "marker": "symbol size spPr",
    "dLbls": "dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize",
    "dLbl": "idx layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize",
    "strLit": "ptCount pt",
    "numLit": "formatCode ptCount pt",
    "catAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
    " crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl",
    "valAx": "axId scaling delete axPos majorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
    " crossAx crosses crossBetween majorUnit",
    "scaling": "logBase orientation max min",
    "txPr": "bodyPr lstStyle p",
    "rich": "bodyPr lstStyle p",
    "p": "pPr r endParaRPr",
    "r": "rPr t",
    "rPr": "ln noFill solidFill latin ea cs sym",
    "defRPr": "ln noFill solidFill latin ea cs sym",
    "spPr": "noFill solidFill ln",
    "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
}


def paper(*body: Any, **changes: Any) -> Paper:
    values: dict[str, Any] = {
        "agency": "市委改革办",
        "number": "云改办〔2017〕12号",
        "title": "关于完成率的通报",
        "addressees": ("各单位",),
        "signed_by": "市委改革办",
        "day": date(2017, 11, 1),
    }
    return Paper(body=body, **(values | changes))


def parts(*body: Any) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render(paper(*body)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def drawn(chart: Chart) -> Any:
    return etree.fromstring(parts(chart)["word/charts/chart1.xml"])


def found(root: Any, path: str) -> list[Any]:
    return root.xpath(path, namespaces=NAMES)


def values(root: Any, path: str) -> list[str]:
    return [element.get("val") for element in found(root, path)]


# --- the picture -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [BARS, FUNNEL])
def test_bars_stand_from_top_to_bottom_with_their_texts_behind_them(kind: ChartKind) -> None:
    chart = Chart("完成率", kind, RATES.labels, RATES.values, RATES.texts, "%", Decimal(100))
    root = drawn(chart)
    assert values(root, "//c:barDir") == ["bar"]
    assert values(root, "//c:catAx//c:orientation") == ["maxMin"]
    assert found(root, "//c:cat//c:v/text()") == ["市财政局", "市发展改革委", "区县（没有计数事项）"]
    assert [(p.get("idx"), p[0].text) for p in found(root, "//c:val//c:pt")] == [("0", "62.5"), ("1", "100")]
    assert found(root, "//c:dLbl//a:t/text()") == ["62.5%（10/16）", "100%（3/3）"]
    assert (values(root, "//c:valAx//c:max"), values(root, "//c:valAx//c:min")) == (["100"], ["0"])


def test_a_trend_has_a_gap_where_nothing_was_measured() -> None:
    root = drawn(MONTHS)
    assert len(found(root, "//c:lineChart")) == 1
    assert found(root, "//c:cat//c:v/text()") == ["8月", "9月", "10月"]
    assert [(p.get("idx"), p[0].text) for p in found(root, "//c:val//c:pt")] == [("0", "4"), ("2", "7")]
    assert values(root, "//c:ptCount") == ["3", "3"]
    assert values(root, "//c:dispBlanksAs") == ["gap"]
    assert values(root, "//c:valAx//c:max") == ["7"]


def test_there_is_no_workbook_behind_a_chart_and_nothing_to_fetch() -> None:
    files = parts(RATES, MONTHS)
    assert [name for name in files if "chart" in name] == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    assert not [name for name in files if "embed" in name]
    assert b"externalData" not in files["word/charts/chart1.xml"]
    assert b'TargetMode="External"' not in b"".join(files.values())


def test_letters_are_chinese_and_colours_few() -> None:
    xml = parts(RATES)["word/charts/chart1.xml"].decode()
    assert set(re.findall('typeface="([^"]+)"', xml)) == {"宋体"}
    assert set(re.findall('srgbClr val="([^"]+)"', xml)) == {"8C2D2D", "7F7F7F", "000000"}


def test_long_labels_are_broken_not_cut() -> None:
    long = "市人力资源社会保障局（市委组织部公务员管理处）" + "W" * 60
    chart = Chart("率", BARS, (long,), (Decimal(1),), ("1 件",), "件")
    (label,) = found(drawn(chart), "//c:cat//c:v/text()")
    assert label.replace("\n", "") == long
    assert max(map(width, label.split("\n"))) <= 28


@pytest.mark.parametrize("chart", [RATES, MONTHS], ids=["bars", "trend"])
def test_elements_stand_in_the_order_of_the_schema(chart: Chart) -> None:
    document = etree.fromstring(parts(chart)["word/document.xml"])
    elements = [*drawn(chart).iter(), *document.iter("{*}inline")]
    for element in elements:
        children = [child.tag.rpartition("}")[2] for child in element]
        if len(set(children)) > 1:
            order = ORDER[element.tag.rpartition("}")[2]].split()
            assert children == sorted(children, key=order.index), element.tag


# --- where it stands ---------------------------------------------------------------------------------------


def test_it_is_as_wide_as_the_type_area_with_its_title_below() -> None:
    document = docx.Document(io.BytesIO(render(paper(Text("见图。"), RATES))))
    place, title = document.paragraphs[5:7]
    assert (place.style.name, title.style.name) == ("图", "图题")
    assert title.text == "图：完成率（单位：%）"
    extent = next(place._p.iter(qn("wp:extent")))
    assert int(extent.get("cx")) == 8845 * 635
    spacing = place.style.element.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    assert spacing.get(qn("w:lineRule")) == "auto"
    assert place.style.paragraph_format.keep_with_next
    assert title.paragraph_format.keep_with_next


def test_it_says_its_numbers_to_who_cannot_see_it() -> None:
    xml = parts(RATES, MONTHS)["word/document.xml"].decode()
    words = "完成率（单位：%）：市财政局 62.5%（10/16）；市发展改革委 100%（3/3）；区县 没有计数事项。"
    assert f'descr="{words}"' in xml
    assert re.findall(r'docPr id="(\d+)"', xml) == ["1", "2"]


@pytest.mark.parametrize(
    ("count", "points"), [(1, 46), (4, 92), (10, 230), (100, 560)], ids=["least", "few", "many", "a page"]
)
def test_bars_are_as_high_as_they_are_many(count: int, points: int) -> None:
    chart = Chart("率", BARS, ("甲",) * count, (Decimal(1),) * count, ("",) * count, "")
    xml = parts(chart)["word/document.xml"].decode()
    assert re.findall(r'cy="(\d+)"', xml) == [str(points * 12700)]


def test_a_chart_of_nothing_leaves_no_trace_and_lets_no_tables_touch() -> None:
    nothing = Chart("率", BARS, ("甲",), (None,), ("无",), "%")
    table = Grid((Column("甲"),), (("1",),))
    assert render(paper(table, nothing, table)) == render(paper(table, table))
    assert render(paper(Text("文"), nothing)) == render(paper(Text("文")))


def test_a_paper_without_pictures_has_no_styles_for_them() -> None:
    styles = parts(Text("文"))["word/styles.xml"].decode()
    assert "图" not in styles
    assert "图题" in parts(RATES)["word/styles.xml"].decode()
    assert parts(RATES, RATES)["word/styles.xml"] == parts(RATES)["word/styles.xml"]


def test_the_same_charts_give_the_same_bytes() -> None:
    assert render(paper(RATES, MONTHS)) == render(paper(RATES, MONTHS))


# --- text --------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(TEXT, TEXT, TEXT, st.sampled_from(ChartKind))
def test_any_text_comes_back(one: str, two: str, three: str, kind: ChartKind) -> None:
    chart = Chart(one, kind, (one, two), (Decimal(1), Decimal(2)), (two, three), three)
    root = drawn(chart)
    labels = [
        (p.findtext("c:v", namespaces=NAMES) or "").replace("\n", "") for p in found(root, "//c:cat//c:pt")
    ]
    assert labels == [clean(one_line(one)), clean(one_line(two))]
    if kind is not TREND:
        texts = [clean(one_line(text)) for text in (two, three) if text]
        assert ["".join(t.itertext()) for t in found(root, "//c:dLbl//a:t")] == texts
    document = docx.Document(io.BytesIO(render(paper(chart))))
    described = next(document.element.iter(qn("wp:docPr"))).get("descr")
    assert described.startswith(clean(one_line(chart.caption)))


@pytest.mark.parametrize("text", ['"', "'", "<c:v>", "&lt;", "]]>", "甲\u0000乙", "\u202e", "\n", "\ud800"])
def test_what_would_be_markup_is_text(text: str) -> None:
    chart = Chart(text, BARS, (text,), (Decimal(1),), (text,), text)
    root = drawn(chart)
    assert found(root, "//c:dLbl//a:t")[0].text == (clean(one_line(text)) or None)


def test_in_markdown_a_chart_is_the_diagram_of_reports() -> None:
    nothing = Chart("率", BARS, (), (), (), "%")
    text = markdown(paper(Text("前"), RATES, nothing, MONTHS, Text("后")))
    assert f"前\n\n{picture(RATES)}\n\n{picture(MONTHS)}\n\n\u3000\u3000后" in text
