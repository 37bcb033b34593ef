"""会诊 (S3 #56): a visit to a unit that lags, why its matters are stuck, and advice that is followed up.

The causes are not kept here: they are found in the unit's own items as they stood on the day of the visit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - records have a field of that name
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import (
    STRICT,
    CauseName,
    Day,
    Identifier,
    Line,
    Text,
    ThingRefs,
    UnitName,
    UnitNames,
    about,
)
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

_OPEN, _DONE = frozenset({"proposed", "adopted"}), frozenset({"carried_out"})
ADVICE_EVENTS = EventTable(
    "会诊建议",
    (
        EventType("采纳", "adopt", (), frozenset({"proposed"}), "adopted"),
        EventType("不采纳", "decline", ("note",), frozenset({"proposed"}), "declined"),
        EventType("落实", "carry_out", ("evidence",), _OPEN, "carried_out"),
        EventType("验收", "accept", ("by",), _DONE, "accepted", by_other=True),
        EventType("退回", "return", ("by", "note"), _DONE, "adopted", by_other=True),
        EventType("批准延期", "extend", ("until", "by"), _OPEN, by_other=True),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "proposed",
    {
        "proposed": "待采纳",
        "adopted": "办理中",
        "carried_out": "待验收",
        "accepted": "已落实",
        "declined": "不采纳",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """One measure that was advised; the unit carries it out by ``due`` or says why not, somebody else accepts it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "会诊提出的一条建议：由谁落实、什么时限，采纳、落实、验收记在 log"

    id: Annotated[Identifier, about("序号", "建议的序号，全称是 会诊编号/序号", "1")]
    title: Annotated[Line, about("建议", "建议怎么办", "平台软件费用列入年中预算调整")]
    unit: Annotated[
        UnitName, about("落实单位", "由谁落实，一般是被会诊的单位，也可以是帮助它的部门", "市农业局")
    ]
    due: Annotated[Day, about("时限", "应在哪一天以前落实", "2017-11-30")]
    cause: Annotated[
        CauseName | None, about("针对原因", "针对哪个原因，取 policy.yaml 的 causes", "资金未落实")
    ] = None
    items: Annotated[ThingRefs, about("所涉事项", "涉及的事项编号", ["zb-2017-06/3"])] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "采纳、不采纳、落实、验收、退回、批准延期")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """One visit; ``date`` is its day, on which the unit's own items say what was stuck and why."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次会诊；卡在哪里、逾期多久、什么原因由台账按会诊当天算出，不必写"

    id: Annotated[Identifier, about("编号", "会诊编号", "HZ-2017-09")]
    title: Annotated[Line, about("名称", "会诊的名称", "市农业局改革落实会诊")]
    unit: Annotated[UnitName, about("会诊单位", "给哪个单位会诊", "市农业局")]
    date: Annotated[Day, about("日期", "会诊的日期", "2017-09-26")]
    because: Annotated[Line, about("为什么会诊", "如当月排名末位、事项连续逾期", "8月督察排名末位")]
    team: Annotated[UnitNames, about("会诊组", "参加会诊的单位", ["市委改革办", "市财政局"])] = ()
    people: Annotated[Line | None, about("人员", "带队的人和成员", "裴知行带队")] = None
    text: Annotated[Text | None, about("会诊意见", "会诊看到的情况和判断")] = None
    advice: Annotated[tuple[Advice, ...], about("建议", "提出的建议")] = ()


def limit_of(advice: Course[Advice]) -> Date:
    """The last day to carry it out: as written, or as extended."""
    extended = advice.last("批准延期")
    return extended.until if extended and extended.until else advice.record.due


def _duties(advice: Course[Advice], ledger: "Ledger") -> Iterator[Duty]:
    """Of its unit to carry it out; then of the office to accept it or send it back. What was declined asks nothing."""
    if advice.state == "declined":
        return
    done = advice.last("落实") if advice.state in {"carried_out", "accepted"} else None
    unit = ledger.units.current(advice.record.unit, advice.day)
    settle = f"ledger record {advice.ref} 落实 --evidence 文号"
    yield Duty(
        advice.ref, "落实会诊建议", unit, limit_of(advice), done.date if done else None, advice.title, settle
    )
    office = ledger.office(advice.day)
    if advice.state == "carried_out" and done and office:
        due = ledger.calendar.add(done.date, ledger.policies.on(done.date).verify_within)
        settle = f"ledger record {advice.ref} 验收 --by {office}"
        yield Duty(advice.ref, "验收会诊建议", office, due, None, advice.title, settle)


ADVICE = ThingType(
    "advice",
    "会诊建议",
    Advice,
    ADVICE_EVENTS,
    _duties,
    unit="unit",
    ended=frozenset({"accepted", "declined"}),
)

REGISTER = Register(
    "consultations",
    "会诊",
    "到落后单位会诊，提出建议并跟踪落实",
    ThingType("consultation", "会诊", Consultation, unit="unit", inner={"advice": ADVICE}),
)
