"""``ledger list rankings``: what was published of each period, and beside each other how every unit was ranked."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ledger.measures.scoring.places import first_of, last_of
from ledger.measures.scoring.published import places_of
from ledger.measures.thing_states import choice_states
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

_BESIDE = 6
"""How many rankings stand beside each other."""


def _who(pick: Callable[[Any], list[str]]) -> Callable[[Any], list[str]]:
    return lambda thing: [unit for pool in thing.record.pools for unit in pick(thing.record.pool(pool))]


def _months(things: Things, _: date) -> int:
    return len({t.record.month for t in things})


def _units(things: Things, _: date) -> int:
    return len({rank.unit for t in things for rank in t.record.ranks})


def _beside_each_other(ledger: Ledger, things: Things, day: date) -> Iterator[Block]:
    """Pool by pool the ranks in the newest of those that are listed, units as they are called on the day."""
    newest = sorted((t.record for t in things), key=lambda r: r.month)[-_BESIDE:]
    for pool in dict.fromkeys(pool for ranking in newest for pool in ranking.pools):
        ranks = {r.month: {p.unit: p.rank for p in places_of(r, pool, ledger, day)} for r in newest}
        units = sorted({unit for found in ranks.values() for unit in found}, key=ledger.units.order)
        columns = (Column("单位", wrap=True), *(Column(month, right=True) for month in ranks))
        rows = ([unit, *(found.get(unit, "") or "—" for found in ranks.values())] for unit in units)
        yield Heading(f"{pool}各期名次", 2)
        yield Table(columns, tuple(cells(*row) for row in rows))


LISTING = register_listing(
    "rankings",
    "公布的排名：各期第一和最后，各单位历次名次",
    RegisterList(
        REGISTER,
        "公布的排名",
        (
            ThingColumn("month", "月份", lambda t: t.record.month),
            ThingColumn("date", "公布日期", lambda t: t.record.date),
            ThingColumn("by", "公布", lambda t: t.record.by, wrap=True),
            ThingColumn("publish", "公布范围", lambda t: t.record.publish),
            ThingColumn("first", "第一", _who(first_of), wrap=True),
            ThingColumn("last", "最后", _who(last_of), wrap=True),
        ),
        kinds=choice_states("publish", ("公开", "内部")),
        figures=(
            ThingFigure("published", "公布", _months, "期"),
            ThingFigure("units", "排名单位", _units, "个"),
        ),
        more=lambda *given: tuple(_beside_each_other(*given)),
    ),
)
