"""督察发现问题 (S0, S3, S4): whoever's problem it is rectifies it by a limit; that it is gone is for others to say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - records have a field of that name
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict

from ledger.base.days import add_months, days_after
from ledger.model.duty import OBJECTION, Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import (
    STRICT,
    Day,
    Flag,
    Identifier,
    Line,
    Text,
    ThingRefs,
    UnitName,
    UnitNames,
    about,
)
from ledger.model.register import Course, ThingType
from ledger.model.slips import QUASHED, UPHELD

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

LOOK_BACK_MONTHS = 3
"""回头看 is owed by so many calendar months after 销号."""
HELD, RELAPSED = "巩固", "反弹"

_OPEN, _DONE, _ACCEPTED = frozenset({"open"}), frozenset({"rectified"}), frozenset({"accepted"})
_CLOSED, _CONTESTED = frozenset({"closed"}), frozenset({"contested"})
FINDING_EVENTS = EventTable(
    "督察问题",
    (
        EventType("整改", "rectify", ("evidence",), _OPEN, "rectified"),
        EventType("举一反三", "check_similar", ("by", "note")),
        EventType("验收", "accept", ("by",), _DONE, "accepted", by_other=True),
        EventType("退回", "return", ("by", "note"), _DONE, "open", optional=("until",), by_other=True),
        EventType("销号", "close", ("by",), _ACCEPTED, "closed", by_other=True),
        EventType(
            "回头看",
            "look_back",
            ("by", "result"),
            _CLOSED,
            optional=("until",),
            outcomes={HELD: "", RELAPSED: "open"},
            by_other=True,
        ),
        EventType("批准延期", "extend", ("until", "by"), _OPEN, by_other=True),
        EventType("异议", "object", ("by", "note"), _OPEN, "contested"),
        EventType(
            "复核",
            "review",
            ("by", "result", "note"),
            _CONTESTED,
            optional=("until",),
            outcomes={UPHELD: "open", QUASHED: "quashed"},
            by_other=True,
        ),
        EventType("问责建议", "suggest_accountability", ("by", "note")),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "open",
    {
        "open": "待整改",
        "contested": "异议复核中",
        "rectified": "待验收",
        "accepted": "待销号",
        "closed": "已销号",
        "quashed": "已撤销",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem that an inspection found: who has it rectifies it, by ``due``; somebody else says that it is gone."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "督察发现的一个问题：谁的问题谁整改，整改到位由别人认定"

    id: Annotated[Identifier, about("序号", "问题的序号，全称是 督察编号/序号", "1")]
    title: Annotated[Line, about("问题", "是什么问题", "部分窗口仍要求提交已取消的材料")]
    unit: Annotated[UnitName, about("责任单位", "由谁整改", "市行政审批局")]
    due: Annotated[Day, about("整改期限", "应在哪一天以前整改到位", "2017-09-30")]
    date: Annotated[Day | None, about("发现日期", "哪一天发现的；不写则为督察开始的那一天", "2017-09-06")] = (
        None
    )
    text: Annotated[Text | None, about("情况", "在哪里、怎样发现的")] = None
    items: Annotated[ThingRefs, about("所涉事项", "涉及的方案、事项的编号", ["zb-2017-05/1"])] = ()
    similar: Annotated[
        UnitNames, about("举一反三", "还有哪些单位要自查同类问题，期限与整改相同", ["望川区"])
    ] = ()
    false_report: Annotated[
        Flag, about("虚报", "查实是虚报、弄虚作假的写 true：责任单位当期的数据质量得0分", True)
    ] = False
    log: Annotated[
        tuple[Entry, ...], about("记录", "整改、举一反三、验收、退回、销号、回头看、异议、复核、问责建议")
    ] = ()


def limit_of(finding: Course[Finding]) -> Date:
    """The last day for the rectification: as written, or as extended, or as set when it was returned or came back."""
    moved = [e.until for e in finding.facts if e.event in _MOVING and e.until is not None]
    return moved[-1] if moved else finding.record.due


_MOVING = frozenset({"批准延期", "退回", "回头看", "复核"})


def rectified_on(finding: Course[Finding]) -> Date | None:
    """The day of the rectification that stands: of one that was returned or came back there is none."""
    done = finding.last("整改")
    return done.date if done and finding.state in {"rectified", "accepted", "closed"} else None


def days_late(finding: Course[Finding]) -> int:
    """How late its unit is with the rectification; 0 once it was made, and while nothing is owed."""
    return max(0, (finding.day - limit_of(finding)).days) if finding.state == "open" else 0


def looked_back(finding: Course[Finding]) -> Entry | None:
    """The look-back since the last 销号."""
    for entry in reversed(finding.facts):
        if entry.event in {"回头看", "销号"}:
            return entry if entry.event == "回头看" else None
    return None


def look_back_due(finding: Course[Finding]) -> Date | None:
    """By when somebody has to look back; None while it is not closed."""
    closed = finding.last("销号")
    return add_months(closed.date, LOOK_BACK_MONTHS) if closed and finding.state == "closed" else None


def _duties(finding: Course[Finding], ledger: "Ledger") -> Iterator[Duty]:
    """While an objection waits nothing is owed but its review."""
    if finding.state == "quashed":
        return
    if finding.state != "contested":
        yield from _of_units(finding, ledger)
    if office := ledger.office(finding.day):
        yield from _of_office(finding, ledger, office)


def _of_units(finding: Course[Finding], ledger: "Ledger") -> Iterator[Duty]:
    record, due = finding.record, limit_of(finding)
    unit = ledger.units.current(record.unit, finding.day)
    settle = f"ledger record {finding.ref} 整改 --evidence 文号"
    yield Duty(finding.ref, "整改督察问题", unit, due, rectified_on(finding), record.title, settle)
    checked: dict[str, Date] = {}
    for entry in finding.facts:
        if entry.event == "举一反三" and entry.by:
            checked.setdefault(ledger.units.current(entry.by, finding.day), entry.date)
    for name in record.similar:
        other = ledger.units.current(name, finding.day)
        settle = f"ledger record {finding.ref} 举一反三 --by {other} --note 自查情况"
        yield Duty(finding.ref, "自查同类问题", other, record.due, checked.get(other), record.title, settle)


def _of_office(finding: Course[Finding], ledger: "Ledger", office: str) -> Iterator[Duty]:
    ref, title = finding.ref, finding.title
    done, back = finding.last("整改"), look_back_due(finding)
    if finding.state == "rectified" and done:
        due = ledger.calendar.add(done.date, ledger.policies.on(done.date).verify_within)
        yield Duty(ref, "验收整改", office, due, None, title, f"ledger record {ref} 验收 --by {office}")
    if finding.state == "contested" and (objection := finding.last("异议")):
        due = days_after(objection.date, ledger.policies.on(objection.date).ladder.review_within)
        settle = f"ledger record {ref} 复核 --by {office} --result {UPHELD} --note 理由"
        yield Duty(ref, OBJECTION, office, due, None, title, settle)
    if back is not None:
        seen = looked_back(finding)
        settle = f"ledger record {ref} 回头看 --by {office} --result {HELD}"
        yield Duty(ref, "督察问题回头看", office, back, seen.date if seen else None, title, settle)


FINDING = ThingType(
    "finding",
    "督察问题",
    Finding,
    FINDING_EVENTS,
    _duties,
    unit="unit",
    ended=frozenset({"closed", "quashed"}),
)
