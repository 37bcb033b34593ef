"""``ledger list speeches``: who spoke as an example and who had to pledge, at which meeting (S3 #53, #54)."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.meetings import REGISTER, REVIEW, Meeting, SpeechKind
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, Things, register_listing

_KINDS: tuple[str, ...] = get_args(SpeechKind)


def _meeting(thing: ThingStanding[Any]) -> Meeting:
    parent: Course[Meeting] | None = thing.course.parent
    assert parent is not None  # noqa: S101 - speeches stand in meetings
    return parent.record


def _by_unit(ledger: Ledger, things: Things, day: date) -> Iterator[Block]:
    """How often each unit spoke: who pledges again and again is told first."""
    said: dict[str, list[str]] = {}
    for thing in things:
        said.setdefault(ledger.units.current(thing.record.unit, day), []).append(thing.record.kind)
    columns = (Column("单位"), *(Column(kind, right=True) for kind in _KINDS))
    order = sorted(said, key=lambda unit: (-said[unit].count(_KINDS[1]), ledger.units.order(unit)))
    if said:
        yield Heading("各单位", 2)
        yield Table(
            columns, tuple(cells(unit, *(said[unit].count(kind) for kind in _KINDS)) for unit in order)
        )


LISTING = register_listing(
    "speeches",
    "发言：典型发言和表态发言，在哪次会上",
    RegisterList(
        REGISTER,
        "会议发言",
        (
            ThingColumn("kind", "种类", lambda t: t.record.kind),
            ThingColumn("unit", "单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("date", "日期", lambda t: _meeting(t).date),
            ThingColumn("meeting", "会议", lambda t: _meeting(t).title, wrap=True),
            ThingColumn("note", "内容", lambda t: t.record.note, wrap=True),
        ),
        key="speeches",
        states={
            "this_month": State("本月", lambda t, day: this_month(_meeting(t).date, day)),
            "this_year": State("本年", lambda t, day: this_month(_meeting(t).date, day, year=True)),
            "at_reviews": State("在通报会上", lambda t, _: _meeting(t).kind == REVIEW),
            "at_commission": State("提级通报", lambda t, _: _meeting(t).kind == "深改组会议"),
        },
        kinds=choice_states("kind", _KINDS),
        more=lambda *given: tuple(_by_unit(*given)),
    ),
)
