"""``ledger list base_data``: the base of data, and how each indicator moved from its first value to its last."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ledger.model.ledger import Ledger
from ledger.model.registers.base_data import REGISTER, BaseDatum
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _series(things: Things) -> dict[str, list[BaseDatum]]:
    """Values by the name of the indicator, each by its day."""
    found: dict[str, list[BaseDatum]] = {}
    for thing in sorted(things, key=lambda t: t.record.date):
        found.setdefault(thing.record.title, []).append(thing.record)
    return found


def _indicators(things: Things, _: date) -> int:
    return len(_series(things))


def _sources(things: Things, _: date) -> int:
    return len({t.record.source for t in things})


def _moves(_: Ledger, things: Things, __: date) -> Sequence[Block]:
    columns = (
        Column("数据", wrap=True), Column("期数", right=True), Column("最早", right=True),
        Column("最近", right=True), Column("变化", right=True),
    )  # fmt: skip
    rows = [
        cells(title, len(values), _said(values[0]), _said(values[-1]), _change(values))
        for title, values in _series(things).items()
        if len(values) > 1
    ]
    return (Heading("前后变化", 2), Table(columns, tuple(rows))) if rows else ()


def _said(datum: BaseDatum) -> str:
    return f"{datum.value}{datum.measure}（{datum.date:%Y-%m}）"


def _change(values: list[BaseDatum]) -> str:
    """Only of what is counted alike."""
    first, last = values[0], values[-1]
    change: Decimal = last.value - first.value
    return f"{change:+}" if first.measure == last.measure else "单位不同"


LISTING = register_listing(
    "base_data",
    "改革基础数据：数值、日期、来源，前后变化",
    RegisterList(
        REGISTER,
        "改革基础数据库",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("value", "数值", lambda t: t.record.value, right=True),
            ThingColumn("measure", "单位", lambda t: t.record.measure),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("unit", "提供单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("source", "来源", lambda t: t.record.source, wrap=True),
        ),
        figures=(
            ThingFigure("indicators", "数据种类", _indicators, "项"),
            ThingFigure("sources", "来源材料", _sources, "份"),
        ),
        more=_moves,
    ),
)
