"""Blocks of a report as parts of a paper."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ledger.reports.blocks import (
    Bar,
    Bars,
    Cell,
    Column,
    Facts,
    Fold,
    Heading,
    Lines,
    Paragraph,
    Table,
    Task,
    Tasks,
    cells,
)
from ledger.reports.chart import Chart, ChartKind
from ledger.reports.paper import Grid, Text
from ledger.reports.printed import parts

RATES = Chart("率", ChartKind.BARS, ("甲",), (Decimal(1),), ("1%",), "%")


def table(*texts: str) -> list[int]:
    """Shares of a table of one row."""
    (grid,) = parts([Table(tuple(Column("甲") for _ in texts), (cells(*texts),))])
    assert isinstance(grid, Grid)
    return [column.share for column in grid.columns]


def test_words_become_text_and_headings_keep_their_marks() -> None:
    blocks = [
        Heading("一、总体情况", 2),
        Heading("（一）逾期", 3),
        Heading("1. 市直", 5),
        Heading("月报", 1),
        Paragraph("一段\n\n又一段"),
        Lines(("第一行", "", "第二行")),
    ]
    assert parts(blocks) == (
        Text("一、总体情况", 1),
        Text("（一）逾期", 2),
        Text("1. 市直", 3),
        Text("月报", 1),
        Text("一段"),
        Text("又一段"),
        Text("第一行"),
        Text("第二行"),
    )


def test_everything_in_rows_becomes_a_table() -> None:
    blocks = [
        Facts((("完成率", Cell("63.1%")),)),
        Table((Column("单位"), Column("项数", right=True)), (cells("市财政局", 3),)),
        Bars((Bar("已完成", 1, 2, "1 项  50.0%"),)),
        Tasks(("状态", "事项", "依据"), (Task(Cell("逾期"), ("zb-2017-05/1",), "第三条"),)),
    ]
    grids = [([column.title for column in part.columns], part.rows) for part in parts(blocks)]
    assert grids == [
        (["项目", "情况"], (("完成率", "63.1%"),)),
        (["单位", "项数"], (("市财政局", "3"),)),
        (["状态", "项数和占比"], (("已完成", "1 项  50.0%"),)),
        (["状态", "事项", "依据"], (("逾期", "zb-2017-05/1", "第三条"),)),
    ]


def test_pictures_are_printed_and_folds_are_not() -> None:
    assert parts([RATES, Fold("明细", (Paragraph("看不到"), RATES))]) == (RATES,)


def test_shares_follow_the_contents_and_long_texts_more_slowly() -> None:
    assert table("1", "2017-10-31", "改" * 6, "改" * 33, "W" * 40) == [4, 12, 14, 32, 42]


def test_an_empty_table_has_its_titles_widths() -> None:
    (grid,) = parts([Table((Column("单位"), Column("完成率")), ())])
    assert isinstance(grid, Grid)
    assert [column.share for column in grid.columns] == [6, 8]


@given(st.lists(st.text(max_size=80), min_size=1, max_size=9))
def test_every_column_has_a_share(texts: list[str]) -> None:
    assert min(table(*texts)) >= 4
