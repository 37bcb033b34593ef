"""督察 (S0, S1, S3): one inspection a file, with the findings (督察发现问题) that it left behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import (
    STRICT,
    Day,
    GroupName,
    Identifier,
    Line,
    PlanRefs,
    Text,
    ThingRefs,
    UnitName,
    UnitNames,
    about,
)
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

InspectionKind = Literal["全面督察", "专项督察", "年中督察", "年底自查", "回头看", "明查暗访"]

_OPEN, _DONE, _ACCEPTED = frozenset({"open"}), frozenset({"rectified"}), frozenset({"accepted"})
_CLOSED = frozenset({"closed"})
FINDING_EVENTS = EventTable(
    "督察问题",
    (
        EventType("整改", "rectify", ("evidence",), _OPEN, "rectified"),
        EventType("验收", "accept", ("by",), _DONE, "accepted", by_other=True),
        EventType("退回", "return", ("by", "note"), _DONE, "open", by_other=True),
        EventType("销号", "close", ("by",), _ACCEPTED, "closed", by_other=True),
        EventType(
            "回头看",
            "look_back",
            ("by", "result"),
            _CLOSED,
            outcomes={"巩固": "", "反弹": "open"},
            by_other=True,
        ),
        EventType("批准延期", "extend", ("until", "by"), _OPEN, by_other=True),
        EventType("问责建议", "suggest_accountability", ("by", "note")),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "open",
    {"open": "待整改", "rectified": "待验收", "accepted": "待销号", "closed": "已销号"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """1+1+n: the office, one task group, and n departments."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "督察组：改革办一家、专项小组一家、部门若干家（1+1+n）"

    office: Annotated[UnitName | None, about("牵头", "牵头的单位，一般是改革办", "市委改革办")] = None
    group: Annotated[GroupName | None, about("专项小组", "配合的专项小组", "经济体制改革专项小组")] = None
    departments: Annotated[UnitNames, about("部门", "参加的部门", ["市财政局"])] = ()
    people: Annotated[Line | None, about("人员", "组长和成员")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem that an inspection found: who has it rectifies it, by ``due``; somebody else says that it is gone."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "督察发现的一个问题：谁的问题谁整改，整改到位由别人认定"

    id: Annotated[Identifier, about("序号", "问题的序号，全称是 督察编号/序号", "1")]
    title: Annotated[Line, about("问题", "是什么问题", "部分窗口仍要求提交已取消的材料")]
    unit: Annotated[UnitName, about("责任单位", "由谁整改", "市行政审批局")]
    due: Annotated[Day, about("整改期限", "应在哪一天以前整改到位", "2017-09-30")]
    text: Annotated[Text | None, about("情况", "在哪里、怎样发现的")] = None
    items: Annotated[ThingRefs, about("所涉事项", "涉及的方案、事项的编号", ["zb-2017-05/1"])] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "整改、验收、退回、销号、回头看、问责建议")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One inspection; ``date`` is its first day, ``until`` its last."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次督察，文件名就是 id；发现的问题写在 findings，整改的进展记在各自的 log"

    id: Annotated[Identifier, about("编号", "与文件名相同（不含 .yaml）", "dc-2017-08")]
    title: Annotated[Line, about("名称", "督察的名称", "“放管服”改革专项督察")]
    kind: Annotated[
        InspectionKind, about("种类", "全面督察、专项督察、年中督察、年底自查、回头看 或 明查暗访")
    ]
    date: Annotated[Day, about("开始", "督察的第一天", "2017-08-14")]
    until: Annotated[Day | None, about("结束", "督察的最后一天", "2017-08-18")] = None
    team: Annotated[Team | None, about("督察组", "改革办一家、专项小组一家、部门若干家（1+1+n）")] = None
    plans: Annotated[PlanRefs, about("督察方案", "督察了哪些方案的落实", ["zb-2017-05"])] = ()
    targets: Annotated[UnitNames, about("督察对象", "督察了哪些单位", ["市行政审批局"])] = ()
    report: Annotated[Line | None, about("报告", "督察报告的文号", "云改办督〔2017〕8号")] = None
    findings: Annotated[tuple[Finding, ...], about("问题", "发现的问题")] = ()


def _finding_duties(finding: Course[Finding], ledger: "Ledger") -> Iterator[Duty]:
    """Rectification by its limit; after an approved extension by that day."""
    record, extended = finding.record, finding.last("批准延期")
    due = extended.until if extended and extended.until else record.due
    unit = ledger.units.current(record.unit, finding.day)
    met = None if finding.state == "open" else finding.last("整改")
    settle = f"ledger record {finding.ref} 整改 --evidence 文号"
    yield Duty(finding.ref, "整改督察问题", unit, due, met.date if met else None, finding.title, settle)


FINDING = ThingType(
    "finding", "督察问题", Finding, FINDING_EVENTS, _finding_duties, unit="unit", ended=frozenset({"closed"})
)

REGISTER = Register(
    "inspections",
    "督察",
    "一次督察一个文件",
    ThingType("inspection", "督察", Inspection, unit="targets", inner={"findings": FINDING}),
    folder=True,
)
