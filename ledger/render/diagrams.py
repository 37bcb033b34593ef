"""A chart as a mermaid diagram: GitHub and GitLab draw it where Markdown is shown.

``xychart-beta`` is what mermaid 10.9 to 11 understand. What they draw wrong is avoided here:

- a bar begins left of its axis's zero, so that nothing has a length, unless that axis shows no numbers: they stand
  behind the labels instead;
- labels that take more than their part of the width are left out, and equal ones share one bar: they are shortened,
  and told apart;
- there are no gaps: a month that was not measured is left out of the line, for any height it were given would be a
  number. :func:`left_out` says which.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from ledger.base.text import one_line, shorten, width
from ledger.reports.chart import Chart, ChartKind, Point, digits

_COLOR = "#a33b3b"
# pixels: of a picture, a line of a bar, what stands above the bars, half a full-width character and what surrounds it
_WIDTH, _HEIGHT, _BAR, _TITLE, _CELL, _GAP = 700, 360, 34, 60, 8, 16
# cells that fit: a title of 20 px into the width, labels of 14 px into eight tenths of it, be they all W
_TITLE_CELLS, _LABEL_CELLS, _MONTH_CELLS, _LEAST_CELLS = 60, 40, 14, 16

# whatever ends a text, begins markup, a directive or an entity, in mermaid or around it, becomes its full-width form;
# ﬂ°, ¶ß are what mermaid itself writes for & and ;
_INERT = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in '"#$&;<>@[]\\`{|}~'} | {"ﬂ": "fl", "¶": "⁋"})


def diagram(chart: Chart) -> str:
    """Its text, ending with a line break; empty where nothing was measured, or too little for a line."""
    if chart.kind is ChartKind.TREND:
        return _line(chart) if len(chart.measured) > 1 else ""
    return _bars(chart) if chart.measured else ""


def left_out(chart: Chart) -> tuple[Point, ...]:
    """What is missing from the picture that there is; bars without a value are there, of no length."""
    if chart.kind is not ChartKind.TREND or not diagram(chart):
        return ()
    return tuple(point for point in chart.points if point.value is None)


def _bars(chart: Chart) -> str:
    height = _TITLE + _BAR * len(chart.labels)
    unnumbered = ("yAxis:", "  showLabel: false", "  showTick: false", "  showAxisLine: false")
    return "".join(
        (
            _config(_WIDTH, height, "plotReservedSpacePercent: 20", *unnumbered),
            "xychart-beta horizontal\n",
            f'    title "{_text(chart.caption, _TITLE_CELLS)}"\n',
            f"    x-axis [{_labels(map(_named, chart.points))}]\n",
            f"    y-axis 0 --> {digits(chart.scale)}\n",
            f"    bar [{', '.join(digits(value or Decimal(0)) for value in chart.values)}]\n",
        )
    )


def _line(chart: Chart) -> str:
    measured = [(point.label, point.value) for point in chart.points if point.value is not None]
    months = [_text(label, _MONTH_CELLS) for label, _ in measured]
    wide = _GAP + _CELL * max(map(width, months))
    return "".join(
        (
            _config(max(_WIDTH, 2 * _TITLE + wide * len(months)), _HEIGHT),
            "xychart-beta\n",
            f'    title "{_text(chart.caption, _TITLE_CELLS)}"\n',
            f"    x-axis [{_labels(months)}]\n",
            f"    y-axis 0 --> {digits(chart.scale)}\n",
            f"    line [{', '.join(digits(value) for _, value in measured)}]\n",
        )
    )


def _config(wide: int, high: int, *more: str) -> str:
    sizes = "".join(f"    {line}\n" for line in (f"width: {wide}", f"height: {high}", *more))
    colors = f'  themeVariables:\n    xyChart:\n      plotColorPalette: "{_COLOR}"\n'
    return f"---\nconfig:\n  xyChart:\n{sizes}{colors}---\n"


def _named(point: Point) -> str:
    """The label with what would stand behind its bar; where both are too long, each is shortened."""
    if not point.text:
        return _text(point.label, _LABEL_CELLS)
    text = _text(point.text, _LABEL_CELLS - _LEAST_CELLS)
    return f"{_text(point.label, _LABEL_CELLS - 2 - width(text))}：{text}"


def _text(text: str, cells: int) -> str:
    """At most ``cells`` cells that mean nothing but themselves, never none: mermaid takes no empty text."""
    shown = one_line(text).strip().replace("%%", "％％").translate(_INERT)
    return shorten(shown, cells) or "（空）"


def _labels(texts: Iterable[str]) -> str:
    return ", ".join(f'"{text}"' for text in _distinct(texts))


def _distinct(texts: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        name, count = text, 1
        while name in seen:
            count += 1
            name = f"{text}（{count}）"
        seen.add(name)
        yield name
