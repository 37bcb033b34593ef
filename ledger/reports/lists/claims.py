"""``ledger list claims``: what leaders claimed, how it stands, and which of the six acts each has done."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ledger.base.periods import QUARTER, periods
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.claims import ACTS, REGISTER
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Table, cells
from ledger.reports.items import done_of
from ledger.reports.led import led
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def acts_of(thing: ThingStanding[Any]) -> list[str]:
    """The acts done, in their order: 部署、方案."""
    return [act.removeprefix("抓") for act in ACTS if thing.course.on(act)]


def _acts(thing: ThingStanding[Any]) -> str:
    done = acts_of(thing)
    return f"{len(done)}/{len(ACTS)}" + (f"（{'、'.join(done)}）" if done else "")


def _in_force(things: Things) -> list[ThingStanding[Any]]:
    return [t for t in things if t.is_open]


def _leaders(things: Things, _: date) -> int:
    return len({t.beside.leader for t in _in_force(things)})


def _items(things: Things, _: date) -> int:
    """Each once, however many leaders claimed it."""
    return len({ref for t in _in_force(things) for ref in t.record.items})


def _has_done(test: Callable[[int], bool]) -> Callable[[ThingStanding[Any], date], bool]:
    return lambda t, _: t.is_open and test(len(acts_of(t)))


def _this_quarter(thing: ThingStanding[Any], day: date) -> bool:
    """Whether any act was done in it."""
    (quarter,) = periods(day, day, QUARTER)
    return thing.is_open and any(e.event in ACTS and e.date >= quarter.first for e in thing.course.facts)


STATES: dict[str, State[ThingStanding[Any]]] = {
    "acted_this_quarter": State("本季度抓过", _this_quarter),
    "all_six": State("六件事都抓了", _has_done(lambda n: n == len(ACTS))),
    "some_done": State("抓了几件", _has_done(lambda n: 0 < n < len(ACTS))),
    "none_done": State("一件没抓", _has_done(lambda n: n == 0)),
}


def _more(_: Ledger, things: Sequence[ThingStanding[Any]], __: date) -> list[Block]:
    """Leader by leader, and act by act."""
    found = _in_force(things)
    if not found:
        return []
    people = list(dict.fromkeys(t.beside.leader for t in found))
    columns = (
        Column("领导"), Column("认领", right=True), Column("事项完成"), Column("亲自抓", right=True), Column("应抓", right=True),
    )  # fmt: skip
    rows = []
    for leader in people:
        own = [t for t in found if t.beside.leader == leader]
        items = {s.ref: s for t in own for s in t.beside.items.items}.values()
        done = sum(len(acts_of(t)) for t in own)
        rows.append(cells(leader, len(own), done_of(list(items)), done, len(ACTS) * len(own)))
    acts = Counter(act for t in found for act in acts_of(t))
    told = "，".join(f"{act.removeprefix('抓')}{acts[act.removeprefix('抓')]}" for act in ACTS)
    return [Heading("各位领导", 2), Table(columns, tuple(rows)), Facts((("六件事各抓了", Cell(told)),))]


LISTING = register_listing(
    "claims",
    "领导认领：谁认领了什么，六件事抓了几件",
    RegisterList(
        REGISTER,
        "领导认领改革事项",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("leader", "领导", lambda t: t.beside.leader),
            ThingColumn("items", "事项", lambda t: t.record.items, wrap=True),
            ThingColumn("done", "事项完成", lambda t: t.beside.done),
            ThingColumn("acts", "亲自抓", _acts, wrap=True),
        ),
        states=STATES,
        figures=(
            ThingFigure("leaders", "认领领导", _leaders, "人"),
            ThingFigure("claimed_items", "认领事项", _items, "项"),
        ),
        more=_more,
        beside=led,
    ),
)
