"""``ledger list experiences``: the public selection of experiences, their votes, and how far they were spread (S3 #19, S0 #20)."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from ledger.base.counts import total
from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.experiences import REGISTER, PromotionLevel
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

_LEVELS: tuple[str, ...] = get_args(PromotionLevel)
_NAMES = dict(zip(_LEVELS, ("city", "province", "nation"), strict=True))


def _promoted(thing: ThingStanding[Any], day: date) -> list[str]:
    """The levels at which it was spread by the day, the lowest first."""
    reached = {p.level for p in thing.record.promotions if p.date <= day}
    return [level for level in _LEVELS if level in reached]


def _is_promoted(level: str) -> State[ThingStanding[Any]]:
    return State(
        f"推广到{'全国' if level == '国家' else f'全{level}'}", lambda t, day: level in _promoted(t, day)
    )


def _selected_this_year(thing: ThingStanding[Any], day: date) -> bool:
    return bool(thing.record.selected) and this_month(thing.record.date, day, year=True)


def _votes(things: Things, _: date) -> str:
    return str(total(t.record.votes for t in things if t.record.votes is not None))


def _batches(things: Things, _: date) -> int:
    return len({t.record.batch for t in things})


def _by_batch(_: Ledger, things: Things, day: date) -> Iterator[Block]:
    batches: dict[str, list[ThingStanding[Any]]] = {}
    for thing in sorted(things, key=lambda t: t.record.date):
        batches.setdefault(thing.record.batch, []).append(thing)
    columns = (Column("批次"), *(Column(head, right=True) for head in ("参选", "入选", "选票", "已推广")))
    rows = [
        cells(
            batch,
            len(found),
            sum(t.record.selected for t in found),
            _votes(found, day),
            sum(bool(_promoted(t, day)) for t in found),
        )
        for batch, found in batches.items()
    ]
    if rows:
        yield Heading("各批", 2)
        yield Table(columns, tuple(rows))


LISTING = register_listing(
    "experiences",
    "创新改革经验：得票、入选、推广到哪一级",
    RegisterList(
        REGISTER,
        "创新改革经验",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("batch", "批次", lambda t: t.record.batch),
            ThingColumn("source", "单位", lambda t: t.record.source, wrap=True),
            ThingColumn("votes", "得票", lambda t: str(t.record.votes or ""), right=True),
            ThingColumn("selected", "入选", lambda t: "入选" if t.record.selected else ""),
            ThingColumn("promoted", "推广", lambda t: _promoted(t, t.course.day)),
        ),
        states={
            "selected": State("入选", lambda t, _: t.record.selected),
            "not_selected": State("未入选", lambda t, _: not t.record.selected),
            "selected_this_year": State("本年入选", _selected_this_year),
        }
        | {name: _is_promoted(level) for level, name in _NAMES.items()},
        figures=(
            ThingFigure("batches", "批次", _batches, "批"),
            ThingFigure("votes", "选票", _votes, "张"),
        ),
        more=lambda *given: tuple(_by_batch(*given)),
    ),
)
