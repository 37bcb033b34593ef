"""``ledger list briefings``: what units reported, who took it up, and how that compares with their quota."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.measures.progress import percent, share
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.ledger import Ledger
from ledger.model.registers.briefings import (
    BRIEFING_KINDS,
    LEVELS,
    OWING,
    REGISTER,
    Adoption,
    adopted_by,
)
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _adopted(thing: ThingStanding[Any]) -> list[Adoption]:
    return adopted_by(thing.record, thing.course.day)


def _takers(thing: ThingStanding[Any]) -> str:
    return "；".join(f"{a.by}（{a.level}）" for a in _adopted(thing))


def _at(level: str) -> State[Any]:
    return State(f"{level}级采用", lambda t, _: any(a.level == level for a in _adopted(t)))


_LEVELS = {"县": "county", "市": "city", "省": "province", "中央": "central"}


def _count(things: Things, _: date) -> int:
    return sum(bool(_adopted(t)) for t in things)


def _share(things: Things, day: date) -> str | None:
    return share(_count(things, day), len(things))


def _more(ledger: Ledger, things: Things, day: date) -> Iterator[Block]:
    """Of the year, unit by unit: sent, taken up, and of the quota so much, never more than all of it."""
    quota = ledger.policies.on(day).briefing_quota
    year = [t for t in things if t.record.date.year == day.year]
    units = dict.fromkeys(ledger.units.current(t.record.unit, day) for t in year)
    if not units:
        return
    columns = [Column("单位", wrap=True), Column("报送", right=True), Column("采用", right=True)]
    rows = []
    for unit in units:
        own = [t for t in year if ledger.units.current(t.record.unit, day) == unit]
        taken = _count(own, day)
        share = (f"{percent(min(taken, quota), quota)}%",) if quota else ()
        rows.append(cells(unit, len(own), taken, *share))
    if quota:
        columns.append(Column(f"完成任务（{quota}条）", right=True))
    yield Heading(f"{day.year}年各单位", 2)
    yield Table(tuple(columns), tuple(rows))
    silent = [u.id for u in ledger.units if u.kind in OWING and u.in_force(day) and u.id not in units]
    if quota and silent:
        yield Paragraph(f"{day.year}年还没有报送的{len(silent)}个单位：{'、'.join(silent)}")


LISTING = register_listing(
    "briefings",
    "信息报送：谁报了什么，被哪一级采用",
    RegisterList(
        REGISTER,
        "信息报送",
        (
            ThingColumn("title", "标题", lambda t: t.record.title, wrap=True),
            ThingColumn("kind", "种类", lambda t: t.record.kind),
            ThingColumn("number", "期号", lambda t: t.record.number),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("unit", "报送单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("adopted", "采用", _takers, wrap=True),
        ),
        states={
            "adopted": State("已采用", lambda t, _: bool(_adopted(t))),
            "adopted_this_year": State(
                "本年报送并采用", lambda t, day: bool(_adopted(t)) and t.record.date.year == day.year
            ),
            **{f"adopted_{_LEVELS[level]}": _at(level) for level in LEVELS},
        },
        kinds=choice_states("kind", BRIEFING_KINDS),
        figures=(ThingFigure("share", "采用率", _share),),
        more=lambda ledger, things, day: tuple(_more(ledger, things, day)),
    ),
)
