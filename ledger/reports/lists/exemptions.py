"""``ledger list exemptions``: who applied for 容错, what was found, and for what nothing is deducted."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ledger.measures.exempting import in_force
from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.exemptions import CONDITIONS, REGISTER, verdicts
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _found(thing: ThingStanding[Any]) -> bool:
    return thing.course.state in {"granted", "filed"}


def _finding(thing: ThingStanding[Any]) -> str:
    entry = thing.course.last("认定")
    return f"{entry.result}（{entry.date}）" if entry else ""


def _conditions(thing: ThingStanding[Any]) -> str:
    return f"{sum(verdicts(thing.record).values())}/{len(CONDITIONS)}"


def _found_within(*, year: bool) -> Callable[[ThingStanding[Any], date], bool]:
    return lambda thing, day: _found(thing) and this_month(thing.course.on("认定"), day, year=year)


def _people(things: Things, _: date) -> int:
    """Those that were found to be free of blame, or treated leniently."""
    return sum(t.record.people or 0 for t in things if _found(t))


LISTING = register_listing(
    "exemptions",
    "容错免责：谁申请、认定了没有、哪些事项不扣分",
    RegisterList(
        REGISTER,
        "容错免责",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("unit", "申请单位", lambda t: t.record.unit, wrap=True),
            ThingColumn("body", "认定机关", lambda t: t.record.body, wrap=True),
            ThingColumn("conditions", "符合条件", _conditions),
            ThingColumn("finding", "认定", _finding),
            ThingColumn("subjects", "所涉事项", lambda t: t.record.subjects, wrap=True),
        ),
        states={
            "found": State("已认定", lambda thing, _: _found(thing)),
            "found_this_month": State("本月认定", _found_within(year=False)),
            "found_this_year": State("本年认定", _found_within(year=True)),
            "in_force": State("不扣分", lambda thing, _: in_force(thing.course)),
        },
        figures=(ThingFigure("people", "从轻或免责处理干部", _people, "人"),),
    ),
)
