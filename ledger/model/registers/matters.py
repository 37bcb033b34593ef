"""统筹联动 (S4, S2): matters that audit, 督查, 巡视 hand over to us, and those that we hand over to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Identifier, Line, Text, ThingRefs, UnitName, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

Partner = Literal["督查", "审计", "巡视", "巡察", "纪检监察", "信访"]
PARTNERS: tuple[str, ...] = get_args(Partner)
TAKEN, GIVEN = "移交来", "移交出"

_OPEN, _HANDLED, _ANSWERED = frozenset({"open"}), frozenset({"open", "handling"}), frozenset({"answered"})
MATTER_EVENTS = EventTable(
    "联动事项",
    (
        EventType("受理", "take_up", ("by",), _OPEN, "handling"),
        EventType("反馈", "feed_back", ("evidence",), _HANDLED, "answered"),
        EventType("退回", "return", ("by", "note"), _ANSWERED, "handling", by_other=True),
        EventType("办结", "settle", ("by",), _ANSWERED, "settled", by_other=True),
        EventType("批准延期", "extend", ("until", "by"), _HANDLED, by_other=True),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "open",
    {"open": "待受理", "handling": "办理中", "answered": "已反馈待办结", "settled": "已办结"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter handed over; ``unit`` handles it and answers by ``due``, the office settles it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "督查、审计、巡视等移交来、移交出的一件事：谁办，何时以前反馈"

    id: Annotated[Identifier, about("编号", "联动事项编号", "LD-2017-01")]
    title: Annotated[Line, about("名称", "是什么事", "产权交易平台建设资金闲置")]
    partner: Annotated[Partner, about("联动方", f"{'、'.join(PARTNERS[:-1])} 或 {PARTNERS[-1]}", "审计")]
    direction: Annotated[
        Literal["移交来", "移交出"], about("方向", "移交来：由我们督办；移交出：由对方处理", "移交来")
    ]
    date: Annotated[Day, about("日期", "移交的日期", "2017-07-10")]
    number: Annotated[Line | None, about("文号", "移交函的文号", "云审移〔2017〕6号")] = None
    unit: Annotated[UnitName, about("承办单位", "由谁办理、反馈", "市农业局")]
    due: Annotated[Day, about("期限", "应在哪一天以前反馈办理结果", "2017-09-30")]
    items: Annotated[ThingRefs, about("所涉事项", "涉及的方案、事项、督察问题的编号", ["zb-2017-06/6"])] = ()
    text: Annotated[Text | None, about("情况", "移交了什么，要求怎么办")] = None
    log: Annotated[tuple[Entry, ...], about("记录", "受理、反馈、退回、办结")] = ()


def answered_on(matter: Course[Matter]) -> date | None:
    """The day of the answer that stands."""
    answer = matter.last("反馈")
    return answer.date if answer and matter.state in {"answered", "settled"} else None


def _duties(matter: Course[Matter], ledger: "Ledger") -> Iterator[Duty]:
    """The unit's answer by the limit; then the office's verdict on it within the policy's working days."""
    record, ref = matter.record, matter.ref
    extended, answer = matter.last("批准延期"), answered_on(matter)
    due = extended.until if extended and extended.until else record.due
    unit = ledger.units.current(record.unit, matter.day)
    settle = f"ledger record {ref} 反馈 --evidence 文号"
    yield Duty(ref, "反馈联动事项", unit, due, answer, record.title, settle)
    office = ledger.office(matter.day)
    if office and answer is not None:
        due = ledger.calendar.add(answer, ledger.policies.on(answer).verify_within)
        settled = matter.on("办结") if matter.state == "settled" else None
        settle = f"ledger record {ref} 办结 --by {office}"
        yield Duty(ref, "核对反馈、办结", office, due, settled, record.title, settle)


REGISTER = Register(
    "matters",
    "统筹联动",
    "与督查、审计、巡视等相互移交的事项",
    ThingType(
        "matter", "联动事项", Matter, MATTER_EVENTS, _duties, unit="unit", ended=frozenset({"settled"})
    ),
)
