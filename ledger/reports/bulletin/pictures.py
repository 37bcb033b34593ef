"""The pictures of a bulletin. Each shows numbers that stand in a table or a list beside it."""

from decimal import Decimal

from ledger.measures.progress import grouped
from ledger.measures.selection import NOTHING, Selection
from ledger.model.slips import IDENTIFIERS
from ledger.reports.bulletin.figures import Counter, Rate
from ledger.reports.chart import Chart, ChartKind
from ledger.reports.words import measure_word

_FULL = Decimal(100)


def by_field(counter: Counter) -> Chart:
    """Completion by field, in the order of ledger.yaml."""
    order = {name: n for n, name in enumerate(counter.month.ledger.settings.fields)}
    known = [g.key or NOTHING for g in grouped(counter.month.items, "field")]
    fields = sorted(known, key=lambda k: (k == NOTHING, order.get(k, len(order)), k))
    rates = [_rate(counter, name) for name in fields]
    return Chart(
        "各领域完成率", ChartKind.BARS, tuple(fields), tuple(map(_number, rates)),
        tuple(rate.full for rate in rates), "%", _FULL,
    )  # fmt: skip


def _rate(counter: Counter, name: str) -> Rate:
    chosen = Selection(fields=(name,))
    done, total = (counter.items(f, chosen, of=name) for f in ("completed", "total"))
    return counter.rate(done, total, "完成率", of=name)


def _number(rate: Rate) -> Decimal | None:
    return Decimal(rate.value) if rate.value is not None else None


def funnel(counter: Counter) -> Chart:
    """Papers of the year, rung by rung: how many matters went on from one to the next."""
    figures = {kind: counter.slips("issued_this_year", name) for name, kind in IDENTIFIERS.items()}
    return Chart(
        "本年三单一书",
        ChartKind.FUNNEL,
        tuple(figures),
        tuple(Decimal(figure.value) for figure in figures.values()),
        tuple(f"{figure} {measure_word(kind)}" for kind, figure in figures.items()),
        "件",
    )
