"""``ledger list sponsors``: projects that leaders head, and how often they were dispatched, supervised and reported."""

from datetime import date
from typing import Any

from ledger.base.periods import HALF_YEAR, QUARTER
from ledger.measures.progress import share
from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.sponsors import (
    DISPATCH,
    REGISTER,
    REPORT,
    SUM_UP,
    SUPERVISE,
    asked_for,
    done_in,
    is_led,
)  # fmt: skip
from ledger.reports.led import led
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _done(thing: ThingStanding[Any], event: str, months: int) -> list[bool]:
    """Of every period of this year that asked for it, whether it was done in it."""
    asked = [p for p in asked_for(thing.course, months) if p.first.year == thing.course.day.year]
    return [done_in(thing.course, event, period) is not None for period in asked]


def _share(event: str, months: int) -> Any:
    def share(thing: ThingStanding[Any]) -> str:
        done = _done(thing, event, months)
        return f"{sum(done)}/{len(done)}" if done else ""

    return share


def this_year(thing: ThingStanding[Any], event: str) -> date | None:
    """The last day in this year on which it was done."""
    last = thing.course.last(event)
    return last.date if last and this_month(last.date, thing.course.day, year=True) else None


def _coverage(things: Things, _: date) -> str | None:
    """Reported to the commission this year, of those headed on the day."""
    led = [t for t in things if is_led(t.course)]
    return share(sum(this_year(t, REPORT) is not None for t in led), len(led))


def _on_schedule(things: Things, _: date) -> str | None:
    """Quarters of this year that have ended, dispatched within; of all such quarters of all projects."""
    ended = [
        done_in(t.course, DISPATCH, period) is not None
        for t in things
        for period in asked_for(t.course, QUARTER)
        if period.first.year == t.course.day.year and period.last <= t.course.day
    ]
    return share(sum(ended), len(ended))


def _leaders(things: Things, _: date) -> int:
    return len({t.beside.leader for t in things if is_led(t.course)})


STATES: dict[str, State[ThingStanding[Any]]] = {
    "in_force": State("正在领衔", lambda t, _: is_led(t.course)),
    "reported_this_year": State(
        "本年已汇报", lambda t, _: is_led(t.course) and this_year(t, REPORT) is not None
    ),
    "unreported_this_year": State(
        "本年未汇报", lambda t, _: is_led(t.course) and this_year(t, REPORT) is None
    ),
    "dispatched_this_quarter": State(
        "本季度已调度", lambda t, _: is_led(t.course) and _done(t, DISPATCH, QUARTER)[-1:] == [True]
    ),
    "undispatched_this_quarter": State(
        "本季度未调度", lambda t, _: is_led(t.course) and _done(t, DISPATCH, QUARTER)[-1:] == [False]
    ),
}

LISTING = register_listing(
    "sponsors",
    "领导领衔：项目、领导、牵头和参与单位，调度督导汇报",
    RegisterList(
        REGISTER,
        "领导领衔改革项目",
        (
            ThingColumn("title", "项目", lambda t: t.record.title, wrap=True),
            ThingColumn("leader", "领衔领导", lambda t: t.beside.leader),
            ThingColumn("unit", "牵头单位", lambda t: t.beside.unit, wrap=True),
            ThingColumn("participants", "参与", lambda t: len(t.record.participants), right=True),
            ThingColumn("items", "清单完成", lambda t: t.beside.done),
            ThingColumn("dispatched", "本年调度", _share(DISPATCH, QUARTER)),
            ThingColumn("supervised", "本年督导", _share(SUPERVISE, HALF_YEAR)),
            ThingColumn("summed_up", "本年总结", lambda t: this_year(t, SUM_UP)),
            ThingColumn("reported", "本年汇报", lambda t: this_year(t, REPORT)),
        ),
        states=STATES,
        figures=(
            ThingFigure("leaders", "领衔领导", _leaders, "人"),
            ThingFigure("on_schedule", "本年按季度调度率", _on_schedule),
            ThingFigure("coverage", "本年汇报覆盖率", _coverage),
        ),
        beside=led,
    ),
)
