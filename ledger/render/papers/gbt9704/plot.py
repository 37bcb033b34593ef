"""``chartN.xml``: a chart that Word, WPS and LibreOffice draw themselves; no picture is made here and no font needed.

The numbers stand in the file as they are: there is no workbook behind them, nor a link to one. The order of elements
is the schema's (ECMA-376, dml-chart.xsd); Word calls a file with another order damaged.
"""

from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from ledger.base.text import one_line, width, wrap
from ledger.render.ooxml import clean
from ledger.render.papers.gbt9704 import page
from ledger.render.papers.gbt9704.axes import (
    POINTS,
    RED,
    categories,
    fill,
    letters,
    numbers,
    run_properties,
    stroke,
)
from ledger.reports.chart import Chart, ChartKind, Point, digits

_CELL = POINTS / 2
_LABEL_CELLS, _TEXT_CELLS = 28, 24
# more months than this have smaller letters, or their names would not fit beside each other
_MONTHS, _SMALL = 8, 9
_ROOM = page.WIDTH / 20


def plot(chart: Chart) -> bytes:
    drawing = _line(chart) if chart.kind is ChartKind.TREND else _bars(chart)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace {nsdecls("c", "a")}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{drawing}</c:plotArea><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f"<c:txPr>{letters(POINTS)}</c:txPr></c:chartSpace>"
    ).encode()


def lines_of(point: Point) -> list[str]:
    """A bar's label. We break it: LibreOffice does not, and squeezes the picture instead.

    Where there is no value, no bar stands there for the text to stand behind.
    """
    bare = point.value is not None or not point.text
    return wrap(one_line(point.label if bare else f"{point.label}（{point.text}）"), _LABEL_CELLS)


def _bars(chart: Chart) -> str:
    """The first on top; the numbers stand behind the bars, so that their axis needs none."""
    labels = [lines_of(point) for point in chart.points]
    texts = [point.text or digits(point.value) for point in chart.points if point.value is not None]
    left = _CELL * (2 + max(width(line) for lines in labels for line in lines)) / _ROOM
    right = _CELL * (2 + min(_TEXT_CELLS, max(map(width, texts)))) / _ROOM
    return (
        f"{_place(left, 1 - left - right)}"
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'<c:ser>{_name(chart)}<c:spPr>{fill(RED)}</c:spPr><c:invertIfNegative val="0"/>'
        f"<c:dLbls>{''.join(_label(n, p) for n, p in enumerate(chart.points))}{_shown('outEnd')}</c:dLbls>"
        f"{_data([_text(*lines) for lines in labels], chart)}</c:ser>"
        '<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{categories('l', 'maxMin', POINTS)}{numbers('t', digits(chart.scale), seen=False)}"
    )


def _line(chart: Chart) -> str:
    """From nothing upwards; a month that was not measured is a gap."""
    points = POINTS if len(chart.labels) <= _MONTHS else _SMALL
    marker = f'<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill(RED)}</c:spPr></c:marker>'
    return (
        '<c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f"<c:ser>{_name(chart)}<c:spPr>{stroke(RED, 28575)}</c:spPr>{marker}"
        f"<c:dLbls>{_shown('t')}</c:dLbls>{_data(list(map(_text, chart.labels)), chart)}"
        '<c:smooth val="0"/></c:ser><c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        f"{categories('b', 'minMax', points)}{numbers('l', digits(chart.scale), seen=True)}"
    )


def _place(left: float, wide: float) -> str:
    """What is left for the bars between their labels and texts; no reader finds that out by itself."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left:.4f}"/><c:y val="0.02"/><c:w val="{wide:.4f}"/><c:h val="0.96"/>'
        "</c:manualLayout></c:layout>"
    )


def _name(chart: Chart) -> str:
    return f'<c:idx val="0"/><c:order val="0"/><c:tx><c:v>{_text(chart.caption)}</c:v></c:tx>'


def _data(labels: list[str], chart: Chart) -> str:
    count = f'<c:ptCount val="{len(labels)}"/>'
    names = "".join(_point(n, label) for n, label in enumerate(labels))
    values = "".join(_point(n, digits(v)) for n, v in enumerate(chart.values) if v is not None)
    return (
        f"<c:cat><c:strLit>{count}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{count}{values}</c:numLit></c:val>"
    )


def _point(n: int, value: str) -> str:
    return f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>'


def _label(n: int, point: Point) -> str:
    """The text behind a bar instead of its bare number."""
    if point.value is None or not point.text:
        return ""
    run = f"<a:r>{run_properties('rPr')}<a:t>{_text(point.text)}</a:t></a:r>"
    return (
        f'<c:dLbl><c:idx val="{n}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
        f"{_shown('outEnd')}</c:dLbl>"
    )


def _shown(position: str) -> str:
    names = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    flags = "".join(f'<c:show{name} val="{int(name == "Val")}"/>' for name in names)
    return f'<c:dLblPos val="{position}"/>{flags}'


def _text(*lines: str) -> str:
    return "\n".join(escape(clean(one_line(line))) for line in lines)
