"""专项改革方案年度上会审议计划 (S1, domain.md row 8): which plan goes to which meeting, from 2016 on each year."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict

from ledger.base.days import Due
from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.facts import first
from ledger.model.fields import (
    STRICT,
    Day,
    DueText,
    GroupName,
    Identifier,
    Line,
    PlanRef,
    UnitNames,
    Whole,
    about,
)
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from datetime import date

    from ledger.model.ledger import Ledger

ADOPTED, ISSUED = "审议通过", "印发"
_PLANNED = frozenset({"planned"})
REVIEW_EVENTS = EventTable(
    "上会审议计划",
    (
        EventType("征求意见", "consult", (), _PLANNED),
        EventType("论证", "appraise", (), _PLANNED),
        EventType("调整时间", "reschedule", ("until", "by", "note"), _PLANNED, by_other=True),
        EventType("撤出计划", "withdraw", ("by", "note"), _PLANNED, "withdrawn", by_other=True),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "planned",
    {"planned": "列入计划", "withdrawn": "已撤出"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A plan that is to come before the commission; that it did is the plan's own 审议通过, never written here."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一件列入年度上会审议计划的改革方案；通过、印发记在方案里，这里写 plan 指向它"

    id: Annotated[Identifier, about("编号", "计划编号", "SH-2017-01")]
    title: Annotated[Line, about("名称", "拟上会的方案叫什么", "企业投资项目审批改革实施方案")]
    year: Annotated[Whole, about("年度", "列入哪一年的计划", 2017)]
    date: Annotated[Day, about("列入日期", "哪一天列入计划", "2017-01-18")]
    lead: Annotated[UnitNames, about("牵头单位", "起草并报审的单位", "市发展改革委")]
    group: Annotated[GroupName | None, about("专项小组", "负责把关的专项小组", "经济体制改革专项小组")] = None
    due: Annotated[DueText, about("上会时间", "计划哪一天、哪个月或哪个季度上会", "2017-03")]
    meeting: Annotated[Line | None, about("会议", "上哪一次会", "市委深改组第12次会议")] = None
    plan: Annotated[PlanRef | None, about("方案", "方案的编号，建了方案再写", "zb-2017-05")] = None
    log: Annotated[tuple[Entry, ...], about("记录", "征求意见、论证、调整时间、撤出计划")] = ()


def review_due(review: Course[Review]) -> "date | None":
    """The last day for it to come before the meeting: as last rescheduled; None for 长期."""
    moved = review.last("调整时间")
    due: Due = review.record.due
    return moved.until if moved and moved.until else due.last


def plan_day(review: Course[Review], ledger: "Ledger", event: str) -> "date | None":
    """When the plan that came of it was adopted, or issued."""
    plan = ledger.plan(review.record.plan) if review.record.plan else None
    entry = first(plan.log, event, review.day) if plan else None
    return entry.date if entry else None


def _duties(review: Course[Review], ledger: "Ledger") -> Iterator[Duty]:
    """To come before the meeting in time; what left the calendar owes nothing."""
    due, record = review_due(review), review.record
    if review.state != "planned" or due is None:
        return
    by = ledger.settings.commission or "审议机构"
    settle = f"ledger record {record.plan or '方案编号'} {ADOPTED} --by {by}"
    met = plan_day(review, ledger, ADOPTED)
    for name in record.lead:
        unit = ledger.units.current(name, review.day)
        yield Duty(review.ref, "上会审议", unit, due, met, review.title, settle)


REGISTER = Register(
    "reviews",
    "上会审议计划",
    "专项改革方案年度上会审议计划",
    ThingType("review", "上会计划", Review, REVIEW_EVENTS, _duties, unit="lead"),
)
