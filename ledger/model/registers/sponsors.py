"""领导领衔改革项目 (S4, domain.md rows 26, 59, 63): one project, one leader, one lead unit, a set of participants.

The leader dispatches it each quarter and supervises it each half-year; at the end of the year the lead unit sums it up
and the leader reports it to the commission.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import ConfigDict

from ledger.base.periods import HALF_YEAR, QUARTER, YEAR, Period, periods
from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import (
    STRICT,
    Day,
    Identifier,
    ItemRefs,
    LeaderName,
    Line,
    PlanRefs,
    UnitName,
    UnitNames,
    about,
)
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

DISPATCH, SUPERVISE, SUM_UP, REPORT = "调度", "督导", "总结评估", "汇报"
_LED = frozenset({"led"})

SPONSOR_EVENTS = EventTable(
    "领衔项目",
    (
        EventType(DISPATCH, "dispatch", (), _LED),
        EventType(SUPERVISE, "supervise", (), _LED),
        EventType(SUM_UP, "sum_up", ("evidence",), _LED),
        EventType(REPORT, "report", (), _LED),
        EventType("更换领导", "hand_over", ("to", "by"), _LED),
        EventType("结束领衔", "conclude", ("by", "note"), _LED, "ended"),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "led",
    {"led": "领衔中", "ended": "已结束"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sponsor:
    """A project that a leader heads, from ``date`` through ``until``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个领衔项目：一个项目、一位领导、一个牵头单位、一批参与单位"

    id: Annotated[Identifier, about("编号", "领衔项目的编号", "LX-2017-01")]
    title: Annotated[Line, about("名称", "项目的名称", "企业投资项目审批改革攻坚")]
    leader: Annotated[LeaderName, about("领衔领导", "units.yaml 的 leaders 之一；换人记 更换领导", "陆怀川")]
    unit: Annotated[UnitName, about("牵头单位", "一个牵头单位", "市发展改革委")]
    participants: Annotated[
        UnitNames, about("参与单位", "一批参与单位", ["市行政审批局", "市国土资源局"], alias="with")
    ] = ()
    date: Annotated[Day, about("领衔日期", "从哪一天起领衔", "2017-02-20")]
    until: Annotated[Day | None, about("至", "领衔到哪一天（含当日）；不写则至 结束领衔", "2017-12-31")] = (
        None
    )
    plans: Annotated[PlanRefs, about("方案", "项目所含的方案", ["zb-2017-05"])] = ()
    items: Annotated[ItemRefs, about("任务清单", "项目所含的改革事项", ["zb-2017-05/3"])] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "调度、督导、总结评估、汇报，做一次记一次")] = ()


def leader_of(sponsor: Course[Any], on: date | None = None) -> str:
    """Who headed it ``on`` that day, or does now, by the last 更换领导; as written, which may be an alias."""
    until = on or sponsor.day
    handed = [e.to[0] for e in sponsor.facts if e.event == "更换领导" and e.to and e.date <= until]
    return handed[-1] if handed else str(sponsor.record.leader)


def asked_for(sponsor: Course[Sponsor], months: int) -> Iterator[Period]:
    """The periods begun by the day in each of which something is owed.

    A quarter or half-year in whose second half the project began asks nothing, nor does one that it does not live to
    the end of. A year always asks, by the end of the project if that comes first, unless the project was given up in it.
    """
    record, concluded = sponsor.record, sponsor.on("结束领衔")
    for period in periods(record.date, sponsor.day, months):
        last, middle = period.last, period.first + (period.last - period.first) / 2
        if record.until is not None and record.until < last:
            if months != YEAR or record.until < period.first:
                continue
            last = record.until
        if (months == YEAR or record.date <= middle) and (concluded is None or last <= concluded):
            yield replace(period, last=last)


def done_in(sponsor: Course[Sponsor], event: str, period: Period) -> Entry | None:
    """The first of those events in the period."""
    found = (e for e in sponsor.facts if e.event == event)
    return next((e for e in found if period.first <= e.date <= period.last), None)


def is_led(sponsor: Course[Sponsor]) -> bool:
    """Whether it is headed on the day."""
    until = sponsor.record.until
    return sponsor.state == "led" and (until is None or sponsor.day <= until)


_ASKED = (
    (DISPATCH, QUARTER, ""),
    (SUPERVISE, HALF_YEAR, ""),
    (SUM_UP, YEAR, " --evidence 文号"),
    (REPORT, YEAR, ""),
)


def _duties(sponsor: Course[Sponsor], ledger: "Ledger") -> Iterator[Duty]:
    """Each once in its period, of whoever did it or has to now. What was missed is made up for, late, by the next time."""
    current, day = ledger.units.current, sponsor.day
    to = f"向{ledger.settings.commission}汇报" if ledger.settings.commission else REPORT
    for event, months, more in _ASKED:
        days = [e.date for e in sponsor.facts if e.event == event]
        settle = f"ledger record {sponsor.ref} {event}{more}"
        for period in asked_for(sponsor, months):
            what = f"{period}{to if event == REPORT else event}"
            met = next((done for done in days if done >= period.first), None)
            owes = current(sponsor.record.unit if event == SUM_UP else leader_of(sponsor, met), day)
            yield Duty(sponsor.ref, what, owes, period.last, met, sponsor.title, settle)


REGISTER = Register(
    "sponsors",
    "领导领衔",
    "领导领衔的改革项目",
    ThingType(
        "sponsor", "领衔项目", Sponsor, SPONSOR_EVENTS, _duties, unit="unit", ended=frozenset({"ended"})
    ),
)
