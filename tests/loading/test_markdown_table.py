"""A table of a bulletin reads back as the cells that it was written from."""

import pytest

from ledger.loading.markdown_table import first_table
from ledger.render.reports.markdown import blocks_text
from ledger.reports.blocks import Column, Paragraph, Table, cells

ODD = [
    "a|b",
    "\\",
    "\\|",
    "*甲*",
    "<b>",
    "[一](二)",
    "`代码`",
    "http://甲",
    "#1",
    "~~删~~",
    "甲_乙",
    "",
    "A & B",
]


@pytest.mark.parametrize("word", ODD)
def test_cells_read_back_whatever_is_in_them(word: str) -> None:
    table = Table(
        (Column("所在"), Column("数", right=True)), (cells(word, "55.7%（98/176）"), cells("乙", word))
    )
    text = blocks_text(
        (Paragraph("更正如下。"), table, Paragraph("完。"), Table((Column("后"),), (cells("一"),)))
    )
    assert first_table(text) == [[word, "55.7%（98/176）"], ["乙", word]]


def test_a_text_without_a_table_has_no_rows() -> None:
    assert first_table("更正：应为 50.0%。\n") == []
    assert first_table("") == []
    assert first_table(blocks_text((Table((Column("数"),), ()),))) == []
