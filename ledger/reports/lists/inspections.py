"""``ledger list inspections``: who inspected what, with which report; the year's grid of 四个相结合 and its gaps."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ledger.measures.holdings import within
from ledger.measures.inspection_year import (
    Inspections,
    Side,
    checked,
    gaps,
    grid,
    joined,
    of_year,
    periodic,
    reports,
    rounds,
    visited,
    was_on,
)
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.inspecting import Team
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import AXES, KINDS, LEADERS, REGISTER, WAYS, poles, reported
from ledger.reports.blocks import Block, Cell, Column, Heading, Table, Tone, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, register_listing

Thing = ThingStanding[Any]


def _stands(pole: str) -> State[Thing]:
    return State(pole, lambda thing, day: pole in poles(thing.record, day))


_STATES: Mapping[str, State[Thing]] = {
    "on_this_month": State("本月进行", lambda t, day: was_on(t.record, day)),
    "reported": State("已有报告", lambda t, day: reported(t.record, day) is not None),
    "unreported": State("没有报告", lambda t, day: reported(t.record, day) is None),
}
_KINDS = {
    **choice_states("kind", KINDS),
    **{pole: _stands(pole) for axis in (*AXES.values(), *WAYS.values()) for pole in axis},
    **choice_states("led_by", LEADERS),
}


def _formation(thing: Thing) -> str:
    """``1+1+3``: the office, groups, departments; ``1+8+10（9组50人）``."""
    team: Team | None = thing.record.team
    if team is None:
        return ""
    size = f"{team.teams}组" if team.teams > 1 else ""
    size += f"{team.members}人" if team.members else ""
    formation = f"{int(team.office is not None)}+{len(team.group)}+{len(team.departments)}"
    return f"{formation}（{size}）" if size else formation


def _report(thing: Thing) -> str | None:
    report = reported(thing.record, thing.course.day)
    return report.number if report else None


def _of_place(place: str) -> Callable[[Any, date], int]:
    return lambda things, day: visited(things, day, place)


def _gaps(things: Any, day: date) -> str | None:
    """Named; 无 where the year has every side; nothing of a year without inspections."""
    return ("、".join(gaps(things, day)) or "无") if of_year(things, day) else None


def _year(ledger: Ledger, things: Any, day: date) -> Iterator[Block]:
    """The grids of the day's year and its regular inspections."""
    if of_year(things, day):
        yield from grid_tables(things, day, 2)
        columns = (Column("定期督察"), Column("在督方案", right=True), Column("已督", right=True), _REST)
        rows = (
            cells(p.kind, len(p.plans), len(p.plans) - len(p.missing), "、".join(p.missing))
            for p in periodic(ledger, things, day)
        )
        yield Heading(f"印发满半年的方案（{day.year}年）", 2)
        yield Table(columns, tuple(rows))


_REST = Column("还没有的", wrap=True)


def grid_tables(things: Inspections, day: date, level: int) -> Iterator[Block]:
    """四个相结合, and 督察方式 where anybody wrote it down."""
    yield Heading(f"四个相结合（{day.year}年）", level)
    yield _grid(grid(things, day, AXES.values()))
    ways = grid(things, day, WAYS.values())
    if any(side.number for axis in ways for side in axis):
        yield Heading(f"督察方式（{day.year}年）", level)
        yield _grid(ways)


def _grid(axes: Iterable[tuple[Side, Side]]) -> Table:
    columns = (Column("一面"), Column("次数", right=True), Column("另一面"), Column("次数", right=True), _GAP)
    return Table(columns, tuple(cells(*_sides(axis), _empty(axis)) for axis in axes))


_GAP = Column("空缺")


def _sides(axis: tuple[Side, Side]) -> Iterator[object]:
    for side in axis:
        yield from (side.pole, side.number)


def _empty(axis: tuple[Side, Side]) -> Cell:
    return Cell("、".join(side.pole for side in axis if not side.number), Tone.WARN)


LISTING = register_listing(
    "inspections",
    "督察：谁督谁，报告和问题；一年里四个相结合的空缺",
    RegisterList(
        REGISTER,
        "督察",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("kind", "种类", lambda t: t.record.kind),
            ThingColumn("date", "开始", lambda t: t.record.date),
            ThingColumn("team", "督察组", _formation, wrap=True),
            ThingColumn("targets", "对象", lambda t: t.record.targets, wrap=True),
            ThingColumn("findings", "问题", lambda t: len(list(within(t.course, "findings"))), right=True),
            ThingColumn("report", "报告", _report, wrap=True),
        ),
        states=_STATES,
        kinds=_KINDS,
        figures=(
            ThingFigure("reports", "本年督察报告", lambda things, day: len(reports(things, day)), "份"),
            ThingFigure(
                "groups", "本年参加督察的专项小组", lambda things, day: len(joined(things, day)[0]), "个"
            ),
            ThingFigure(
                "departments",
                "本年参加督察的部门、区县",
                lambda things, day: len(joined(things, day)[1]),
                "个",
            ),
            ThingFigure("rounds", "本年分轮督察", rounds, "轮"),
            ThingFigure("towns", "本年走访镇办", _of_place("镇办"), "个次"),
            ThingFigure("grassroots", "本年走访基层单位", _of_place("基层单位"), "个次"),
            ThingFigure("checked", "本年逐处核对", checked, "项次"),
            ThingFigure("gaps", "本年四个相结合的空缺", _gaps),
        ),
        more=lambda ledger, things, day: tuple(_year(ledger, things, day)),
    ),
)
