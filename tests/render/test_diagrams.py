"""A chart as a mermaid diagram: what its text says, and what the parsers of the sites' versions make of it."""

import json
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ledger.base.text import width
from ledger.render.diagrams import diagram, left_out
from ledger.render.reports.markdown import picture
from ledger.reports.chart import Chart, ChartKind

BARS, TREND, FUNNEL = ChartKind
DRAW = Path(__file__).parent / "mermaid" / "draw.mjs"
INSTALLED = Path(__file__).parents[2] / ".venv" / "mermaid"
HOSTILE = (
    '"',
    "']",
    '"] bar [1]\n',
    "[甲](http://a.cn)",
    "`甲`",
    "```",
    '"`甲`"',
    "%%{init}%%",
    '%%{init: {"theme": "dark"}}%%',
    "%% 甲",
    "甲 %%%",
    "甲\n乙\r\n丙\u2028丁",
    "\n```\n# 甲\n",
    "甲;乙",
    "#quot;",
    "#35;",
    "&lt;",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "$$x^2$$",
    "style a:#;",
    "ﬂ°°60¶ß",
    "---",
    "title",
    "x-axis -->",
    "accTitle: 甲",
    "@{ }",
    "",
    " ",
    "\u3000",
    "\\",
    "长" * 200,
    "W" * 200,
    "\u202eabc",
    "שלום عليكم",
    "\x00\x1b[31m\x07\ufeff\u200b",
    "é ß 𠮷 👩‍👩‍👧",
    "甲",
    "甲",
)
TEXT = st.one_of(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(HOSTILE))


def chart(kind: ChartKind, *values: object, **changes: Any) -> Chart:
    """Points a, b, c …"""
    labels = tuple("abcdefghijklm"[: len(values)])
    numbers = tuple(None if v is None else Decimal(str(v)) for v in values)
    texts = tuple("没有计数事项" if v is None else f"{v} 件" for v in values)
    fields = {
        "title": "办结",
        "kind": kind,
        "labels": labels,
        "values": numbers,
        "texts": texts,
        "unit": "件",
    }
    return Chart(**(fields | changes))


def line_of(drawing: str, word: str) -> str:
    return next(line.strip() for line in drawing.splitlines() if line.strip().startswith(word))


# --- its text ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [BARS, FUNNEL])
def test_bars_lie_and_have_their_numbers_behind_their_labels(kind: ChartKind) -> None:
    drawing = diagram(chart(kind, "62.50", 100, None, whole=Decimal(100), unit="%"))
    assert drawing.partition("---\nxychart-beta")[2] == (
        " horizontal\n"
        '    title "办结（单位：%）"\n'
        '    x-axis ["a：62.50 件", "b：100 件", "c：没有计数事项"]\n'
        "    y-axis 0 --> 100\n"
        "    bar [62.5, 100, 0]\n"
    )


def test_a_trend_is_a_line_without_the_months_that_were_not_measured() -> None:
    trend = chart(TREND, 1, None, 3)
    assert diagram(trend).partition("---\nxychart-beta")[2] == (
        '\n    title "办结（单位：件）"\n    x-axis ["a", "c"]\n    y-axis 0 --> 3\n    line [1, 3]\n'
    )
    assert [point.label for point in left_out(trend)] == ["b"]
    assert picture(trend).endswith("\n```\n\n图中没有画出：b（没有计数事项）。")


@pytest.mark.parametrize("kind", [BARS, FUNNEL])
def test_bars_leave_nothing_out(kind: ChartKind) -> None:
    assert left_out(chart(kind, 1, None)) == ()
    assert picture(chart(kind, 1, None)).endswith("\n```")


@pytest.mark.parametrize(
    "nothing",
    [chart(BARS), chart(FUNNEL), chart(TREND), chart(BARS, None), chart(TREND, 5), chart(TREND, 5, None)],
    ids=["bars", "funnel", "trend", "none measured", "one month", "one month measured"],
)
def test_where_there_is_nothing_to_draw_there_is_no_diagram(nothing: Chart) -> None:
    assert (diagram(nothing), left_out(nothing), picture(nothing)) == ("", (), "")


@pytest.mark.parametrize(
    ("value", "written"), [("0", "0"), ("1E+3", "1000"), ("0.000001", "0.000001"), ("63.10", "63.1")]
)
def test_numbers_have_no_exponent(value: str, written: str) -> None:
    assert line_of(diagram(chart(BARS, value)), "bar [") == f"bar [{written}]"


def test_the_scale_begins_at_nothing_and_is_never_nothing() -> None:
    assert line_of(diagram(chart(BARS, 0, 0)), "y-axis") == "y-axis 0 --> 1"
    assert line_of(diagram(chart(TREND, 7, 9)), "y-axis") == "y-axis 0 --> 9"
    assert line_of(diagram(chart(BARS, 120, whole=Decimal(100))), "y-axis") == "y-axis 0 --> 120"


def test_labels_alike_are_told_apart() -> None:
    """Mermaid would lay their bars over each other."""
    same = chart(BARS, 1, 2, 3, labels=("局",) * 3, texts=("",) * 3)
    assert line_of(diagram(same), "x-axis") == 'x-axis ["局", "局（2）", "局（3）"]'


def test_long_labels_are_shortened_visibly_and_keep_their_numbers() -> None:
    long = chart(BARS, 1, 2, labels=("市" * 90, "W" * 90), texts=("1 件", "理由" * 50))
    first, second = json.loads(line_of(diagram(long), "x-axis").removeprefix("x-axis "))
    assert first == "市" * 16 + "..：1 件"
    assert second == "W" * 12 + "..：" + "理由" * 5 + "理.."
    assert max(map(width, (first, second))) <= 40


@given(TEXT, TEXT, TEXT, st.sampled_from(ChartKind))
def test_no_text_ends_the_diagram_or_its_fence(one: str, two: str, three: str, kind: ChartKind) -> None:
    drawn = chart(kind, 1, None, 3, title=one, labels=(one, two, three), texts=(two, three, one), unit=two)
    plain = [line.split("[")[0].split('"')[0] for line in diagram(chart(kind, 1, None, 3)).splitlines()]
    shown = [line.split("[")[0].split('"')[0] for line in diagram(drawn).splitlines()]
    assert [x for x in shown if "width" not in x] == [x for x in plain if "width" not in x]
    fence, *rest = MarkdownIt("commonmark").parse(f"{picture(drawn)}\n\n后")
    assert (fence.type, fence.info, fence.content) == ("fence", "mermaid", diagram(drawn))
    assert rest[-2].content == "后"
    texts = line_of(diagram(drawn), "x-axis").removeprefix("x-axis ")
    assert len(set(json.loads(texts))) == (2 if kind is TREND else 3)
    assert not set("`#;<>&{}\\$") & set(texts + line_of(diagram(drawn), "title"))


# --- as mermaid draws it -----------------------------------------------------------------------------------


def drawings_of(charts: list[Chart]) -> dict[str, list[dict[str, Any]]]:
    """By version of mermaid; one process for all."""
    node = shutil.which("node")
    if node is None or not (INSTALLED / "node_modules").is_dir():
        pytest.skip("node or .venv/mermaid is not there: make .venv/mermaid/ready")
    done = subprocess.run(
        [node, DRAW],
        input=json.dumps([diagram(c) for c in charts]),
        cwd=INSTALLED,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def lengths(drawing: dict[str, Any]) -> list[float]:
    """Of the bars, the longest being 1."""
    longest = max(drawing["bars"])
    return [round(length / longest, 3) for length in drawing["bars"]]


def test_mermaid_draws_every_chart_as_it_is_meant() -> None:
    numbers = range(1, len(HOSTILE) + 1)
    hostile = [chart(kind, *numbers, labels=HOSTILE, texts=HOSTILE[::-1]) for kind in ChartKind]
    titles = [chart(BARS, 1, title=text, unit=text) for text in HOSTILE]
    plain = [
        chart(BARS, 50, None, 100, 0, whole=Decimal(200)),
        chart(FUNNEL, 16, 8, 4),
        chart(TREND, 10, None, 40, 20, whole=Decimal(100)),
        chart(BARS, 0),
        chart(TREND, *range(13), labels=tuple(f"2017年{n}月" for n in range(1, 14))),
    ]
    for version, drawings in drawings_of(plain + titles + hostile).items():
        assert [d for d in drawings if "error" in d] == [], version
        bars, funnel, trend, nothing, year = drawings[: len(plain)]
        assert bars["title"] == ["办结（单位：件）"]
        assert bars["labels"] == ["a：50 件", "b：没有计数事项", "c：100 件", "d：0 件"]
        assert lengths(bars) == [0.5, 0, 1, 0]
        assert lengths(funnel) == [1, 0.5, 0.25]
        assert (trend["months"], trend["bars"], len(trend["lines"])) == (["a", "c", "d"], [], 1)
        assert nothing["bars"] == [0]
        assert year["months"] == [f"2017年{n}月" for n in range(1, 14)]
        assert [d["markup"] for d in drawings] == [[]] * len(drawings)
        assert "NaN" not in json.dumps(drawings)
        for drawing, wanted in zip(drawings[len(plain) :], titles, strict=False):
            assert drawing["title"] == [line_of(diagram(wanted), "title")[7:-1]]
        for drawing, wanted in zip(drawings[-3:], hostile, strict=True):
            shown = drawing["months"] if wanted.kind is TREND else drawing["labels"]
            assert len(set(shown)) == len(HOSTILE)
            assert json.dumps(shown, ensure_ascii=False) == (
                line_of(diagram(wanted), "x-axis").removeprefix("x-axis ")
            )
            if wanted.kind is not TREND:
                assert lengths(drawing) == [round(n / len(HOSTILE), 3) for n in numbers]
