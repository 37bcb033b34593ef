"""``ledger list publicity``: columns, articles, pushes and booklets of each month, and who took part (S3 #72, S1 #73)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, get_args

from ledger.base.counts import Count, total
from ledger.base.periods import MONTH
from ledger.base.recurring import missed, period_of
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.publicity import OUTPUTS, REGISTER, SIDES, UNITS, Output, Side
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

_EVERY: tuple[str, ...] = get_args(Side)


def _sum(outputs: Iterable[Output], name: str) -> Count:
    return total(n for o in outputs if (n := getattr(o, name)) is not None)


def _figure(name: str) -> Callable[[Things, date], str]:
    return lambda things, _: str(_sum((o for t in things for o in t.record.outputs), name))


def _column(name: str) -> ThingColumn:
    return ThingColumn(name, OUTPUTS[name], lambda t: str(_sum(t.record.outputs, name)), right=True)


def missing_sides(thing: ThingStanding[Any]) -> list[str]:
    """Who of the three sides published nothing."""
    return [side for side in SIDES if side not in {o.side for o in thing.record.outputs}]


def _by_side(ledger: Ledger, things: Things, day: date) -> Iterator[Block]:
    outputs: dict[str, list[Output]] = {}
    for output in (o for t in things for o in t.record.outputs):
        outputs.setdefault(output.side, []).append(output)
    if outputs:
        sides = sorted(outputs, key=_EVERY.index)
        columns = (Column("哪一方"), *(Column(word, right=True) for word in OUTPUTS.values()))
        yield Heading("各方合计", 2)
        rows = (cells(side, *(_sum(outputs[side], name) for name in OUTPUTS)) for side in sides)
        yield Table(columns, tuple(rows))
    yield from _by_unit(ledger, outputs, day)
    done = (period_of(m.date, MONTH) for m in ledger.of(REGISTER) if m.date <= day)
    without = missed(done, day, MONTH)
    if without:
        yield Paragraph(f"没有登记宣传的月份：{'、'.join(map(str, without))}。")


def _by_unit(ledger: Ledger, outputs: Mapping[str, Sequence[Output]], day: date) -> Iterator[Block]:
    """Of what was written down unit by unit, the articles: they are what is scored (D3)."""
    named = [(ledger.units.current(o.unit, day), o) for mine in outputs.values() for o in mine if o.unit]
    if named:
        yield Heading("各单位稿件", 2)
        units = sorted({unit for unit, _ in named}, key=ledger.units.order)
        rows = (cells(unit, _sum((o for name, o in named if name == unit), "pieces")) for unit in units)
        yield Table((Column("单位"), Column("稿件", right=True)), tuple(rows))


LISTING = register_listing(
    "publicity",
    "宣传推介：每月的专栏、稿件、推送、宣传册，三位一体是否齐全",
    RegisterList(
        REGISTER,
        "宣传推介",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("date", "截至", lambda t: t.record.date),
            *map(_column, OUTPUTS),
            ThingColumn("missing", "缺哪一方", missing_sides, wrap=True),
        ),
        states={
            "three_sides": State("三位一体", lambda t, _: not missing_sides(t)),
            "side_missing": State("缺一方", lambda t, _: bool(missing_sides(t))),
        },
        figures=tuple(ThingFigure(name, OUTPUTS[name], _figure(name), UNITS[name]) for name in OUTPUTS),
        more=lambda *given: tuple(_by_side(*given)),
    ),
)
