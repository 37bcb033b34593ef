"""Tables of a bulletin: padded in layout 1, which was published so; from layout 2 on a row is the same whatever others say."""

from ledger.render.bulletin import regions
from ledger.reports.blocks import Column, Fold, Table, cells
from ledger.reports.bulletin.edition import Passage

TABLE = Table((Column("单位"), Column("项", right=True)), (cells("市财政局", 1), cells("甲|乙", 20)))


def text(layout: int) -> str:
    [region] = regions([Passage("due", "到期", (TABLE, Fold("其余", (TABLE,))))], layout)
    return region.text


def test_the_first_layout_has_straight_columns() -> None:
    rows = "| 单位     |   项 |\n|:---------|-----:|\n| 市财政局 |    1 |\n| 甲\\|乙   |   20 |"
    assert text(1) == f"{rows}\n\n<details>\n<summary>其余</summary>\n\n{rows}\n\n</details>"


def test_later_ones_pad_nothing() -> None:
    rows = "| 单位 | 项 |\n| :-- | --: |\n| 市财政局 | 1 |\n| 甲\\|乙 | 20 |"
    assert text(2) == f"{rows}\n\n<details>\n<summary>其余</summary>\n\n{rows}\n\n</details>"
