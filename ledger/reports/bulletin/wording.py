"""Phrases and tables that several sections of a bulletin share."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from ledger.base.text import first_of, shorten, width
from ledger.measures.standing import Standing
from ledger.reports.blocks import Block, Cell, Column, Fold, Paragraph, Table, Tone, cells
from ledger.reports.bulletin.figures import Figure, Rate
from ledger.reports.words import due_text, names, pressing_due

SHOWN, MOST = 30, 200
"""Rows of a list that are shown, the next being folded; and those that are folded, the last being left out."""


_SHORT = 28
"""Cells of a title that a leader's page has room for."""
_INNER = str.maketrans("“”", "‘’")


def moved(now: Figure, then: Figure, unit: str = "项") -> str:
    """比上月底增加3项: the difference of two numbers that are both printed."""
    change = now.value - then.value
    if change == 0:
        return "与上月底持平"
    return f"比上月底{'增加' if change > 0 else '减少'}{abs(change)}{unit}"


def moved_rate(now: Rate, then: Rate, word: str = "比上月底") -> str:
    """比上月底提高3.2个百分点, as the printed rates differ; nothing where one of them is none."""
    if now.value is None or then.value is None:
        return ""
    change = Decimal(now.value) - Decimal(then.value)
    if change == 0:
        return f"{word.replace('比', '与', 1)}持平"
    return f"{word}{'提高' if change > 0 else '下降'}{abs(change)}个百分点"


def signed(now: Figure, then: Figure) -> str:
    """+3, -2, 0: for the last column of a table."""
    change = now.value - then.value
    return f"{change:+d}" if change else "0"


def signed_rate(now: Rate, then: Rate) -> str:
    if now.value is None or then.value is None:
        return "—"
    change = Decimal(now.value) - Decimal(then.value)
    return f"{change:+}" if change else "0"


def sentence(*clauses: str) -> str:
    """Clauses that say something, as one sentence."""
    return "；".join(filter(None, clauses)) + "。"


def counted(told: Mapping[str, Figure], unit: str = "项") -> str:
    """本月销号2项，累计销号9项: what there is none of is not told."""
    return "，".join(f"{words}{figure}{unit}" for words, figure in told.items() if figure.value)


def month_day(day: date) -> str:
    """10月31日."""
    return f"{day.month}月{day.day}日"


def overdue_table(items: Iterable[Standing], rung: Callable[[Standing], str]) -> Table:
    """The longest overdue first; ``rung`` is the last paper that an item had."""
    columns = (
        Column("事项"), Column("名称", wrap=True), Column("牵头单位", wrap=True), Column("时限", wrap=True),
        Column("逾期天数", right=True), Column("已发单"), Column("原因", wrap=True),
    )  # fmt: skip
    rows = [
        cells(
            s.ref, s.title, names(s.leads), pressing_due(s), Cell(str(s.overdue_days), Tone.BAD), rung(s),
            s.cause or "未记录",
        )
        for s in sorted(items, key=lambda s: -s.overdue_days)
    ]  # fmt: skip
    return Table(columns, tuple(rows))


def item_table(items: Iterable[Standing], *more: tuple[str, Callable[[Standing], str]]) -> Table:
    """Items by what they are called, who leads them and their limit; then what else is asked."""
    columns = (
        Column("事项"), Column("名称", wrap=True), Column("牵头单位", wrap=True), Column("时限", wrap=True),
        *(Column(title, wrap=True) for title, _ in more),
    )  # fmt: skip
    rows = [cells(s.ref, s.title, names(s.leads), _binding(s), *(ask(s) for _, ask in more)) for s in items]
    return Table(columns, tuple(rows))


def _binding(standing: Standing) -> str:
    """The limit that comes first: of a node, where that is still to be reached before the item's own."""
    node = standing.node
    if standing.is_open and node is not None and node.due == standing.deadline != standing.effective_due:
        return f"节点 {node.id} {node.written}"
    return due_text(standing)


def shown(table: Table, title: str, figure: Figure) -> Iterator[Block]:
    """The first rows of a table; further ones folded under the ``title``."""
    if table.rows[:SHOWN]:
        yield Table(table.columns, table.rows[:SHOWN])
    if table.rows[SHOWN:]:
        yield from folded(f"{title}的其余各行", Table(table.columns, table.rows[SHOWN:]), figure)


def folded(title: str, table: Table, figure: Figure) -> Iterator[Block]:
    """A table under its title, closed at first; what would make the page unreadable is left to the query."""
    rest = len(table.rows) - MOST
    blocks: list[Block] = [Table(table.columns, table.rows[:MOST])]
    if rest > 0:
        blocks.append(Paragraph(f"还有{rest}行没有列出，全部用 {figure.query} 列出。"))
    if table.rows:
        yield Fold(title, tuple(blocks))


def titled(titles: Iterable[str], most: int = 2, unit: str = "项") -> str:
    """“甲”、“乙”等5项: for readers who know things by their names."""
    known = list(titles)
    return first_of((f"“{short(title)}”" for title in known), most, f"等{{n}}{unit}")


def short(title: str) -> str:
    """A title as a leader's page has it: marks within marks are single ones."""
    told = title.translate(_INNER)
    return told if width(told) <= _SHORT else f"{shorten(told, _SHORT - 2).removesuffix('..')}……"


def units_of(named: Iterable[str], most: int = 3) -> str:
    """市财政局、市教育局、市水利局等单位."""
    return first_of(dict.fromkeys(named), most, "等单位")


def refs(items: Sequence[Standing], most: int = 3) -> str:
    """zb-2017-06/3、zb-2017-04/6等5项: the first of them by name."""
    named = "、".join(s.ref for s in items[:most])
    return named + (f"等{len(items)}项" if len(items) > most else "")
