"""A chart in the text: as wide as the type area, its title in the line below."""

from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ledger.base.text import one_line
from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704 import page
from ledger.render.papers.gbt9704.axes import POINTS
from ledger.render.papers.gbt9704.plot import lines_of, plot
from ledger.render.papers.gbt9704.words import add
from ledger.reports.chart import Chart, ChartKind

_EMU_OF_A_TWIP, _EMU_OF_A_POINT = 635, 12700
# points: a line chart, a bar with what is free around it, and the least and most of all bars together
_LINE_HEIGHT, _BAR, _LEAST, _MOST = 185, 23, 46, 560
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def add_chart(document: Document, chart: Chart, *, keep: bool) -> None:
    """``keep`` holds the title on the page of what follows."""
    number = sum(rel.reltype == RELATIONSHIP_TYPE.CHART for rel in document.part.rels.values()) + 1
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, CONTENT_TYPE.DML_CHART, plot(chart), document.part.package)
    key = document.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    add(document, "图", "").add_run()._r.append(parse_xml(_drawing(chart, number, key)))  # noqa: SLF001 - it knows no charts
    title = add(document, "图题", one_line(f"图：{chart.caption}"))
    if keep:
        title.paragraph_format.keep_with_next = True


def _drawing(chart: Chart, number: int, key: str) -> str:
    return (
        f'<w:drawing {nsdecls("w", "wp", "a", "r")}><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{page.WIDTH * _EMU_OF_A_TWIP}" cy="{round(_height(chart) * _EMU_OF_A_POINT)}"/>'
        f'<wp:docPr id="{number}" name="图 {number}" descr={_words(chart)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{key}"/></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )


def _height(chart: Chart) -> float:
    """In points; a label that takes several lines widens the place of every bar."""
    if chart.kind is ChartKind.TREND:
        return _LINE_HEIGHT
    lines = max(len(lines_of(point)) for point in chart.points)
    bar = max(_BAR, (lines + 0.5) * 1.3 * POINTS)
    return min(_MOST, max(_LEAST, bar * len(chart.labels)))


def _words(chart: Chart) -> str:
    """For who cannot see it: every number, in words."""
    told = "；".join(f"{point.label} {point.text or point.value}" for point in chart.points)
    return quoteattr(clean(one_line(f"{chart.caption}：{told}。")))
