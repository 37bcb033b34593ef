"""``ledger list pilots``: pilots by level, their filing, assessments and what became of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ledger.base.days import add_months
from ledger.measures.pilots import is_in_force, is_kept
from ledger.measures.progress import share
from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.register import Course
from ledger.model.registers.pilots import (
    CLOSE,
    DECISION,
    FILE,
    FINAL,
    KEEP,
    LEVELS,
    MERGE,
    MIDTERM,
    PROMOTE,
    PROMOTED,
    REGISTER,
    START,
    term_end,
)  # fmt: skip
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing

_NAMES = {"全国": "promoted_nation", "全省": "promoted_province", "全市": "promoted_city"}


def _assessed(thing: ThingStanding[Any]) -> str:
    """中期通过、终期不通过."""
    known = [(word, thing.course.last(event)) for word, event in (("中期", MIDTERM), ("终期", FINAL))]
    return "、".join(f"{word}{entry.result}" for word, entry in known if entry)


def _promoted(thing: ThingStanding[Any]) -> str:
    said = {e.result for e in thing.course.facts if e.event == PROMOTE}
    return "、".join(reach for reach in PROMOTED if reach in said)


def _is_promoted(reach: str) -> State[ThingStanding[Any]]:
    return State(
        f"推广至{reach}",
        lambda t, _: any(e.event == PROMOTE and e.result == reach for e in t.course.facts),
    )


def _has(event: str, *, month: bool = False) -> Callable[[ThingStanding[Any], date], bool]:
    return lambda t, day: any(
        e.event == event and (not month or this_month(e.date, day)) for e in t.course.facts
    )


def _late(what: str) -> Callable[[ThingStanding[Any], date], bool]:
    return lambda t, day: any(d.what == what and d.overdue_days(day) for d in t.duties)


def _is_pressing(thing: ThingStanding[Any], day: date) -> bool:
    """In force, and what has to be done first is late or due within two months."""
    return is_in_force(thing.course) and thing.owed is not None and thing.owed.due <= add_months(day, 2)


STATES: dict[str, State[ThingStanding[Any]]] = {
    "in_force": State("在试", lambda t, _: is_in_force(t.course)),
    "started_this_month": State("本月启动", _has(START, month=True)),
    "filed": State("已备案", _has(FILE)),
    "filed_in_force": State(
        "在试已备案", lambda t, _: is_in_force(t.course) and t.course.on(FILE) is not None
    ),
    "unfiled": State("未备案", lambda t, _: is_in_force(t.course) and t.course.on(FILE) is None),
    "filing_overdue": State("备案逾期", _late("试点方案备案")),
    "midterm_overdue": State("逾期未中评", _late("组织中期评估")),
    "past_term": State("期满未终评", _late("组织终期评估")),
    "undecided_late": State("处置逾期", _late(DECISION)),
    "pressing": State("两个月内到期或逾期", _is_pressing),
    "decided_this_month": State(
        "本月处置", lambda t, day: any(_has(event, month=True)(t, day) for event in (MERGE, CLOSE, KEEP))
    ),
    "promoted_this_month": State("本月推广", _has(PROMOTE, month=True)),
    "all_kept": State("保留", lambda t, _: is_kept(t.course)),
    "promoted": State("已推广", _has(PROMOTE)),
    **{_NAMES[reach]: _is_promoted(reach) for reach in PROMOTED},
}


def _filing_rate(things: Things, _: date) -> str | None:
    """Of those in force."""
    live = [t.course for t in things if is_in_force(t.course)]
    return share(sum(c.on(FILE) is not None for c in live), len(live))


def _disposed(things: Things, _: date) -> str | None:
    """141 = 27 + 54 + 60: merged, closed, kept, and what was not decided on yet."""
    if not things:
        return None
    merged, closed = (sum(t.course.state == state for t in things) for state in ("merged", "closed"))
    kept = sum(is_kept(t.course) for t in things)
    rest = len(things) - merged - closed - kept
    parts = [merged, closed, kept, *([rest] if rest else [])]
    return f"{len(things)} = {' + '.join(map(str, parts))}"


def _term(thing: ThingStanding[Any]) -> date | None:
    course: Course[Any] = thing.course
    return term_end(course)


LISTING = register_listing(
    "pilots",
    "改革试点：层级、备案、评估、处置和推广",
    RegisterList(
        REGISTER,
        "改革试点",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("level", "层级", lambda t: t.record.level),
            ThingColumn("unit", "承担单位", lambda t: t.beside, wrap=True),
            ThingColumn("filed", "备案", lambda t: t.course.on(FILE)),
            ThingColumn("until", "期满", _term),
            ThingColumn("assessed", "评估", _assessed, wrap=True),
            ThingColumn("promoted", "推广", _promoted),
        ),
        states=STATES,
        kinds=choice_states("level", LEVELS),
        figures=(
            ThingFigure("filing_rate", "在试的备案率", _filing_rate),
            ThingFigure("disposed", "去向（合并+终止+保留+未定）", _disposed),
        ),
        beside=lambda ledger, day: lambda t: ledger.units.current(t.record.unit, day),
    ),
)
