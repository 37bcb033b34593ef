"""挂牌督办 (S0, Shandong): a matter is listed in public with its limit, and delisted (摘牌) once it was verified."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Decider, Identifier, Line, Text, ThingRefs, UnitName, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

_OPEN, _APPLIED, _VERIFIED = frozenset({"open"}), frozenset({"applied"}), frozenset({"verified"})
LISTED_EVENTS = EventTable(
    "挂牌督办",
    (
        EventType("申请摘牌", "apply", ("evidence",), _OPEN, "applied"),
        EventType(
            "核查",
            "verify",
            ("by", "result"),
            _APPLIED,
            outcomes={"通过": "verified", "不通过": "open"},
            by_other=True,
        ),
        EventType("摘牌", "delist", ("by",), _VERIFIED, "delisted", by_other=True),
        EventType("批准延期", "extend", ("until", "by"), _OPEN, by_other=True),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "open",
    {"open": "挂牌中", "applied": "申请摘牌待核查", "verified": "待摘牌", "delisted": "已摘牌"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One notice of listing: the matter, its limit and how it is delisted; ``date`` is the day it was published."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一件挂牌督办的事：通知写明事项、期限和摘牌程序，核查通过才能摘牌"

    id: Annotated[Identifier, about("编号", "挂牌督办编号", "GP-2017-01")]
    title: Annotated[Line, about("名称", "挂牌督办的事项", "农村产权流转交易平台建设严重滞后")]
    unit: Annotated[UnitName, about("责任单位", "由谁办理、申请摘牌", "市农业局")]
    items: Annotated[ThingRefs, about("所涉事项", "挂的是哪些事项、督察问题", ["zb-2017-06/6"])] = ()
    date: Annotated[Day, about("挂牌日期", "向社会或系统内公布的日期", "2017-08-15")]
    number: Annotated[Line | None, about("文号", "挂牌督办通知的文号", "云改办督〔2017〕7号")] = None
    approved_by: Annotated[Decider, about("批准", "由哪个单位或领导批准挂牌", "沈砚青")]
    published: Annotated[Line | None, about("公布", "在哪里公布", "云州改革网")] = None
    due: Annotated[Day, about("期限", "应在哪一天以前办完并申请摘牌", "2017-11-30")]
    procedure: Annotated[
        Text, about("摘牌程序", "怎样才能摘牌", "责任单位申请，改革办现场核查，报市委深改组同意")
    ]
    log: Annotated[tuple[Entry, ...], about("记录", "申请摘牌、核查、摘牌")] = ()


def limit_of(listed: Course[Listed]) -> date:
    """As approved last, else as published."""
    extended = listed.last("批准延期")
    return extended.until if extended and extended.until else listed.record.due


def _duties(listed: Course[Listed], ledger: "Ledger") -> Iterator[Duty]:
    """The unit applies by the limit; the office verifies within the policy's working days."""
    record, ref = listed.record, listed.ref
    applied = listed.last("申请摘牌") if listed.state != "open" else None
    unit = ledger.units.current(record.unit, listed.day)
    settle = f"ledger record {ref} 申请摘牌 --evidence 文号"
    met = applied.date if applied else None
    yield Duty(ref, "办完挂牌事项、申请摘牌", unit, limit_of(listed), met, record.title, settle)
    office = ledger.office(listed.day)
    if office and applied:
        due = ledger.calendar.add(applied.date, ledger.policies.on(applied.date).verify_within)
        verified = listed.last("核查") if listed.state in {"verified", "delisted"} else None
        settle = f"ledger record {ref} 核查 --by {office} --result 通过"
        seen = verified.date if verified else None
        yield Duty(ref, "核查摘牌申请", office, due, seen, record.title, settle)


REGISTER = Register(
    "listed",
    "挂牌督办",
    "挂牌督办的事项",
    ThingType(
        "listed", "挂牌督办", Listed, LISTED_EVENTS, _duties, unit="unit", ended=frozenset({"delisted"})
    ),
)
