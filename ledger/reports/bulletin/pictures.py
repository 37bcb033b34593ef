"""The pictures of a bulletin. Each shows numbers that stand in a table or a list beside it."""

from collections.abc import Iterator
from decimal import Decimal

from ledger.measures.progress import grouped
from ledger.measures.selection import NOTHING, Selection
from ledger.model.slips import IDENTIFIERS
from ledger.reports.blocks import Block, Column, Fold, Table, cells
from ledger.reports.bulletin.figures import Counter, Rate
from ledger.reports.chart import Chart, ChartKind
from ledger.reports.words import measure_word

_FULL = Decimal(100)
_FEWEST = 3
"""Months that make a line."""


def by_field(counter: Counter) -> Iterator[Chart]:
    """Completion by field, in the order of ledger.yaml; none where no item has one."""
    order = {name: n for n, name in enumerate(counter.month.ledger.settings.fields)}
    known = [g.key or NOTHING for g in grouped(counter.month.items, "field")]
    fields = sorted(known, key=lambda k: (k == NOTHING, order.get(k, len(order)), k))
    if fields in ([], [NOTHING]):
        return
    rates = [_rate(counter, name) for name in fields]
    yield Chart(
        "各领域完成率", ChartKind.BARS, tuple(fields), tuple(map(_number, rates)),
        tuple(rate.full for rate in rates), "%", _FULL,
    )  # fmt: skip


def _rate(counter: Counter, name: str) -> Rate:
    chosen = Selection(fields=(name,))
    done, total = (counter.items(f, chosen, of=name) for f in ("completed", "total"))
    return counter.rate(done, total, "完成率", chosen, of=name)


def _number(rate: Rate) -> Decimal | None:
    return Decimal(rate.value) if rate.value is not None else None


def last_months(counter: Counter) -> Iterator[Block]:
    """Completion over the last twelve months, and under it the numbers that it is drawn from."""
    months = counter.month.last_year
    if len(months) < _FEWEST:
        return
    done = [counter.items_at(m, "completed") for m in months]
    total = [counter.items_at(m, "total") for m in months]
    overdue = [counter.items_at(m, "overdue") for m in months]
    names = [f"{m.day:%Y-%m}" for m in months]
    rates = [counter.rate(d, t, "完成率", of=n) for d, t, n in zip(done, total, names, strict=True)]
    yield Chart(
        "近一年完成率", ChartKind.TREND, tuple(f"{m.day.month}月" for m in months), tuple(map(_number, rates)),
        tuple(rate.full for rate in rates), "%", _FULL,
    )  # fmt: skip
    columns = (Column("月份"), *(Column(t, right=True) for t in ("计数", "已完成", "完成率", "逾期")))
    rows = tuple(cells(*row) for row in zip(names, total, done, rates, overdue, strict=True))
    yield Fold("近一年各月底的数", (Table(columns, rows),))


def funnel(counter: Counter) -> Iterator[Chart]:
    """Papers of the year, rung by rung, if there were any."""
    figures = {kind: counter.slips("issued_this_year", name) for name, kind in IDENTIFIERS.items()}
    if not any(figure.value for figure in figures.values()):
        return
    yield Chart(
        "本年三单一书",
        ChartKind.FUNNEL,
        tuple(figures),
        tuple(Decimal(figure.value) for figure in figures.values()),
        tuple(f"{figure} {measure_word(kind)}" for kind, figure in figures.items()),
        "件",
    )
