"""Tables of many columns on a page: whole words, small letters where they must be."""

import io
from datetime import date
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.base.text import unbroken, width
from ledger.render.papers.docx import render
from ledger.render.papers.gbt9704.columns import NORMAL, fitted
from ledger.reports.paper import Column, Grid, Paper

LONG = "出台公立医院薪酬制度改革的实施方案，并报市委全面深化改革领导小组审议"
NINE = (
    ("序号", 6, "12"),
    ("事项", 14, "zb-2017-05/1"),
    ("名称", 33, LONG),
    ("牵头单位", 25, "市人力资源社会保障局、市财政局"),
    ("原定时限", 12, "2017-10-31"),
    ("现时限", 12, "2018-01-31"),
    ("状态", 14, "已启动未完成"),
    ("逾期天数", 10, "120"),
    ("完成率", 8, "63.1%"),
)


def grid(columns: tuple[tuple[str, int, str], ...]) -> Grid:
    return Grid(
        tuple(Column(title, share) for title, share, _ in columns), (tuple(text for *_, text in columns),)
    )


def test_few_columns_are_set_by_their_shares_in_12_points() -> None:
    assert fitted(grid(NINE[:2])) == (NORMAL, [2653, 6192])
    assert fitted(grid(NINE[:5]))[0] == NORMAL


@pytest.mark.parametrize(
    ("columns", "points"),
    [
        (NINE[:6], 12),
        ((("单位", 1, "市发展改革委"),) * 6, 10.5),
        ((("单位", 1, "市发展改革委"),) * 7, 9),
        ((("逾期", 1, "12"),) * 9, 12),
        (NINE, 9),
    ],
    ids=["six", "six units", "seven units", "nine numbers", "nine"],
)
def test_letters_are_as_large_as_no_column_is_cramped(columns: Any, points: float) -> None:
    assert fitted(grid(columns))[0].points == points


@pytest.mark.parametrize("count", [6, 7, 8, 9])
def test_no_word_and_no_date_is_broken(count: int) -> None:
    table = grid(NINE[:count])
    setting, widths = fitted(table)
    assert sum(widths) == 8845
    for twips, (title, _, text) in zip(widths, NINE, strict=False):
        room = setting.room(twips)
        assert room >= max(map(width, unbroken(text)))
        assert room >= width(title) / 2
        assert room >= min(width(text), 8)


def test_what_is_long_has_the_most_room() -> None:
    _, widths = fitted(grid(NINE))
    assert max(widths) == widths[2]


@given(
    st.lists(
        st.tuples(st.text(max_size=9), st.integers(1, 40), st.text(max_size=60)), min_size=1, max_size=12
    )
)
def test_widths_always_fill_the_page(columns: list[tuple[str, int, str]]) -> None:
    _, widths = fitted(grid(tuple(columns)))
    assert sum(widths) == 8845
    assert min(widths) > 0


def test_small_letters_have_styles_of_their_own() -> None:
    paper = Paper("办", "1号", "题", (), (grid(NINE),), "办", date(2017, 11, 1))
    (table,) = docx.Document(io.BytesIO(render(paper))).tables
    head, row = table.rows
    assert {cell.paragraphs[0].style.name for cell in head.cells} == {"表格标题（小五）"}
    assert {cell.paragraphs[0].style.name for cell in row.cells} == {"表格文字（小五）"}
    assert row.cells[0].paragraphs[0].style.font.size.pt == 9
    centred = [n for n, cell in enumerate(row.cells) if cell.paragraphs[0].alignment is not None]
    assert centred == [0, 1, 4, 5, 7, 8]
