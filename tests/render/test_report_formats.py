"""The other formats of a report: plain, table, csv, jsonl."""

import csv
import io
import json
import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tabulate import tabulate
from wcwidth import wcswidth

from ledger.base.text import printable, width
from ledger.render.answer import Answer, Renderer, Screen, diagnostic_renderers, report_renderers
from ledger.reports.blocks import (
    Bar,
    Bars,
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Report,
    Table,
    Task,
    Tasks,
    Tone,
    cells,
)
from ledger.reports.chart import Chart, ChartKind

HUMAN = ["plain", "markdown", "table"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
CJK = st.text(st.sampled_from("市财政局改革abc123-（）、。"), min_size=1, max_size=60)
CONTROL = (
    "".join(map(chr, (*range(9), 11, 12, *range(14, 32), *range(127, 160))))
    + "\u200b\u202a\u202e\u2066\ufeff"
)


def render(
    name: str, *blocks: Block, screen: Screen | None = None, records: tuple = (), title: str = "标题"
) -> str:
    report = Report(title, None, blocks, {}, records)
    return report_renderers()[name].render(Answer("status", None, report), screen or Screen())


def every_block(text: str) -> tuple[Block, ...]:
    return (
        Heading(text),
        Paragraph(text, Tone.WARN),
        Facts(((text, Cell(text, Tone.BAD)),)),
        Table((Column("甲"), Column("乙", wrap=True)), (cells(text, text),)),
        Bars((Bar(text, 1, 2, text),)),
        Chart(text, ChartKind.BARS, (text, text), (Decimal(1), None), (text, text), text),
        Chart(text, ChartKind.TREND, (text,) * 3, (Decimal(1), None, Decimal(2)), (text,) * 3, text),
        Tasks(("甲", "乙", "丙"), (Task(Cell(text), text, text),), code=True),
        Lines((text,)),
    )


# --- every human format ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", HUMAN)
def test_control_characters_are_shown_not_sent(form: str) -> None:
    out = render(form, *every_block(f"甲{CONTROL}乙"), title=f"题{CONTROL}", screen=Screen(None, color=False))
    assert not set(CONTROL) & set(out)
    assert "\\u001b" in out.replace("\\\\", "\\")
    assert "\\u202e" in out.replace("\\\\", "\\")


def test_control_characters_drive_no_terminal() -> None:
    out = render("table", *every_block(f"甲{CONTROL}\x1b[31m\x1b]0;x\x07"), screen=Screen(80, color=True))
    assert not (set(CONTROL) - {"\x1b"}) & set(out)
    pieces = out.split("\x1b")
    assert all(piece.startswith("[") for piece in pieces[1:])
    assert "]0;x" not in {piece[:4] for piece in pieces}


@pytest.mark.parametrize("form", HUMAN)
@given(TEXT)
def test_any_text_renders(form: str, text: str) -> None:
    out = render(form, *every_block(text))
    assert out.endswith("\n")
    assert out.encode()


@pytest.mark.parametrize("form", HUMAN)
def test_markup_of_rich_is_data(form: str) -> None:
    out = render(form, *every_block("[red]甲[/red] [/nothing] :smile:"))
    assert out.replace("\\", "").count("[red]甲[/red] [/nothing] :smile:") >= 8


@pytest.mark.parametrize("form", [*HUMAN, "csv", "jsonl"])
def test_an_answer_without_a_report_is_nothing(form: str) -> None:
    out = report_renderers()[form].render(Answer("status", None, None, failed=True), Screen())
    assert out.strip() == ""


# --- terminal ----------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(CJK, CJK), min_size=1, max_size=4), st.integers(40, 120))
def test_tables_fit_the_terminal(rows: list[tuple[str, str]], cells_wide: int) -> None:
    table = Table(
        (Column("编号"), Column("名称", wrap=True), Column("单位", wrap=True), Column("天数", right=True)),
        tuple(cells("zb-2017-05/1", one, two, 12) for one, two in rows),
    )
    out = render("table", table, screen=Screen(cells_wide))
    assert all(wcswidth(line) <= cells_wide for line in out.splitlines())
    for one, _ in rows:
        assert set(one) <= set(out)


@given(CJK, CJK, st.integers(40, 120))
def test_everything_but_lines_fits_the_terminal(one: str, two: str, cells_wide: int) -> None:
    blocks = (
        Heading(one),
        Paragraph(two),
        Facts((("卡点原因", Cell(two)),)),
        Bars((Bar("已启动未完成", 1, 3, "53 项  30.1%"),)),
        Chart(two, ChartKind.FUNNEL, (one, two), (Decimal(2), None), (two, one), "件"),
        Tasks(("甲", "乙", "丙"), (Task(Cell("逾期 1 天"), one, two),)),
    )
    out = render("table", *blocks, screen=Screen(cells_wide))
    assert all(wcswidth(line) <= cells_wide for line in out.splitlines())


def test_a_cell_breaks_neither_within_a_date_nor_before_a_stop() -> None:
    cell = "2017-11-06 批准延期；市委深改组；至2018-01-31"
    table = Table(
        (Column("对象"), Column("现", wrap=True), Column("位置")), (cells("甲" * 9, cell, "乙" * 14),)
    )
    lines = render("table", table, screen=Screen(66)).splitlines()
    assert any("2018-01-31" in line for line in lines)
    assert not any(line.lstrip().startswith("；") for line in lines)
    assert all(width(line) <= 66 for line in lines)


@pytest.mark.parametrize("format_name", ["table", "plain"])
def test_a_task_without_detail_has_no_line_for_it(format_name: str) -> None:
    tasks = Tasks(("甲", "乙", "丙"), (Task(Cell("错误"), "一", ""), Task(Cell("错误"), "二", "改")))
    lines = render(format_name, tasks, screen=Screen(80)).splitlines()
    assert [line.split() for line in lines[-3:]] == [["错误", "一"], ["错误", "二"], ["改"]]


def test_bars_are_as_long_as_their_share() -> None:
    bars = Bars(tuple(Bar(str(n), n, 100, f"{n} 项") for n in (0, 50, 100)))
    out = render("table", bars, screen=Screen(80)).splitlines()[1:]
    assert [line.count("#") for line in out] == [0, 15, 30]
    assert [line.count(".") for line in out] == [30, 15, 0]


def test_bars_of_nothing() -> None:
    out = render("table", Bars((Bar("已完成", 0, 0, "0 项"),)), screen=Screen(80))
    assert "#" not in out


RATES = Chart(
    "完成率",
    ChartKind.BARS,
    ("市财政局", "市人力资源社会保障局（市委组织部公务员管理处）", "区县"),
    (Decimal("62.5"), Decimal(100), None),
    ("62.5%（10/16）", "100%（3/3）", "没有计数事项"),
    "%",
    Decimal(100),
)


def test_a_chart_is_a_bar_a_line_and_no_bar_where_nothing_was_measured() -> None:
    out = render("plain", RATES).splitlines()[2:]
    label = "市人力资源社会保障局（市委组织部公务员管理处）"
    assert out == [
        "完成率（单位：%）",
        f"市财政局{' ' * 38}  {'#' * 19}{'.' * 11}  62.5%（10/16）",
        f"{label}  {'#' * 30}  100%（3/3）",
        f"区县{' ' * 42}  {' ' * 30}  没有计数事项",
    ]


@pytest.mark.parametrize("cells_wide", [40, 80, 120])
def test_long_labels_of_a_chart_are_broken_not_cut(cells_wide: int) -> None:
    lines = render("table", RATES, screen=Screen(cells_wide)).splitlines()
    assert all(width(line) <= cells_wide for line in lines)
    column = "".join(line.partition("  ")[0] for line in lines[3:])
    assert column == "市财政局市人力资源社会保障局（市委组织部公务员管理处）区县"
    full = next(line for line in lines if "100%" in line)
    room = full.count("#")
    assert (room >= 8, "." in full) == (True, False)
    assert next(line for line in lines if "62.5%" in line).count("#") == round(room * 0.625)


@pytest.mark.parametrize("kind", ChartKind)
def test_the_longest_bar_is_the_largest_value_where_no_whole_is_given(kind: ChartKind) -> None:
    values = (Decimal(8), Decimal(4), Decimal(0))
    chart = Chart("件数", kind, ("一", "二", "三"), values, ("8 件", "4 件", "0 件"), "件")
    bars = [line.count("#") for line in render("plain", chart).splitlines()[3:]]
    assert bars == [30, 15, 0]


def test_a_bar_is_never_longer_than_the_whole() -> None:
    chart = Chart(
        "率", ChartKind.BARS, ("一", "二"), (Decimal(150), Decimal(75)), ("", ""), "%", Decimal(100)
    )
    assert [line.count("#") for line in render("plain", chart).splitlines()[3:]] == [30, 15]


@pytest.mark.parametrize("form", HUMAN)
def test_a_chart_of_nothing_is_nothing(form: str) -> None:
    empty = Chart("完成率", ChartKind.BARS, (), (), (), "%")
    assert render(form, empty) == render(form)


def test_a_chart_has_as_many_labels_as_values() -> None:
    with pytest.raises(ValueError, match="as many"):
        Chart("完成率", ChartKind.BARS, ("一",), (), (), "%")


def test_commands_are_never_folded() -> None:
    command = "ledger record zb-2017-05/1 完成 --evidence " + "云政办发〔2017〕31号" * 10
    assert command in render("table", Lines((command,)), screen=Screen(40))


def test_colour_never_carries_meaning_alone() -> None:
    blocks = every_block("甲")
    with_colour = render("table", *blocks, screen=Screen(80, color=True))
    assert re.sub("\x1b\\[[0-9;]*m", "", with_colour) == render("table", *blocks, screen=Screen(80))


# --- plain -------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(CJK, CJK), min_size=1, max_size=5))
def test_plain_columns_align_with_chinese_two_cells_wide(rows: list[tuple[str, str]]) -> None:
    table = Table((Column("甲"), Column("乙")), tuple(cells(one, two) for one, two in rows))
    lines = render("plain", table).splitlines()[2:]
    start = lines[1].index("  ") + 2
    for (one, two), line in zip(rows, lines[2:], strict=True):
        assert line.startswith(one.strip())
        before = next(n for n in range(len(line) + 1) if width(line[:n]) == start)
        assert line[before:] == two.strip()


@given(st.lists(st.tuples(CJK, CJK), max_size=4), CJK, st.booleans())
def test_plain_tables_are_drawn_as_tabulate_would(
    rows: list[tuple[str, str]], title: str, right: bool
) -> None:
    """Which takes longer to import than a pipe's whole answer may wait."""
    table = Table((Column(title), Column("乙", right=right)), tuple(cells(*row) for row in rows))
    aligned = ["left", "right" if right else "left"] if rows else None
    drawn = tabulate(rows, [title, "乙"], tablefmt="simple", colalign=aligned, disable_numparse=True)
    expected = [line.rstrip() for line in drawn.splitlines()]
    assert render("plain", table).splitlines()[2:] == expected


def test_a_row_of_plain_is_a_line() -> None:
    table = Table((Column("甲"), Column("乙")), (cells("a\nb", "c\r\nd\u2028e"),))
    (row,) = render("plain", table).splitlines()[4:]
    assert row.split() == ["a", "b", "c\\u000d", "d", "e"] or row.split() == ["a", "b", "c", "d", "e"]


# --- csv, jsonl --------------------------------------------------------------------------------------------

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "-2+3+cmd|'x'!A0"]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_no_formula_in_a_spreadsheet(text: str) -> None:
    (row,) = rows_of(render("csv", records=({"title": text},)))
    assert row["title"] == "'" + text


def test_numbers_below_zero_stay_numbers() -> None:
    (row,) = rows_of(
        render("csv", records=({"days": -30, "rate": None, "late": True, "lead": ["=甲", "乙"]},))
    )
    assert row == {"days": "-30", "rate": "", "late": "true", "lead": "'=甲、乙"}


@given(st.lists(st.dictionaries(st.sampled_from("abc"), TEXT, min_size=1), min_size=1, max_size=4))
def test_csv_holds_every_text(records: list[dict[str, str]]) -> None:
    rows = rows_of(render("csv", records=tuple(records)))
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        for key, text in record.items():
            guarded = text.startswith(("=", "+", "-", "@", "\t"))
            lines = text.replace("\r\n", "\n").replace("\r", "\n")
            assert row[key] == ("'" + lines if guarded else lines)
        assert all(row[key] == "" for key in row.keys() - record.keys())


def test_csv_has_the_keys_of_every_record() -> None:
    out = render("csv", records=({"a": 1}, {"b": 2}))
    assert out.splitlines() == ["a,b", "1,", ",2"]


@given(st.lists(st.dictionaries(TEXT, TEXT), max_size=4))
def test_jsonl_is_an_object_a_line(records: list[dict[str, str]]) -> None:
    lines = render("jsonl", records=tuple(records)).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == records


@given(TEXT)
def test_json_holds_every_text(text: str) -> None:
    answer = Answer("status", None, Report(text, None, (), {"t": text}), remarks=(text,))
    document = json.loads(report_renderers()["json"].render(answer, Screen()))
    assert document["data"] == {"t": text}
    assert document["remarks"] == [text]


def test_chinese_in_json_is_chinese() -> None:
    assert "市财政局" in render("json", title="x").replace("null", "市财政局")
    answer = Answer("status", None, None, remarks=("市财政局",))
    assert "市财政局" in report_renderers()["json"].render(answer, Screen())


def test_what_is_printable_is_the_base_of_all() -> None:
    assert printable("甲\x1b\u202e乙\n") == "甲\\u001b\\u202e乙\n"


@pytest.mark.parametrize(
    "renderers", [report_renderers(), diagnostic_renderers()], ids=["reports", "diagnostics"]
)
def test_a_format_is_called_like_its_file(renderers: Mapping[str, Renderer]) -> None:
    assert [renderers[name].name for name in renderers] == list(renderers)
