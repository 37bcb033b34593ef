"""容错免责 (S0 #66): a unit applies, a body verifies and finds; the finding cancels deductions, never facts (domain.md §2.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Identifier, Line, Text, ThingRefs, UnitName, Whole, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

FULL, LENIENT = "免责", "从轻"
ConditionName = Literal["法律法规没有禁止", "经过集体决策", "事前评估风险", "没有谋取私利", "主动挽回损失"]
CONDITIONS: tuple[str, ...] = get_args(ConditionName)
MET = "符合"

_PENDING, _GRANTED = frozenset({"applied", "verified"}), frozenset({"granted", "filed"})
EXEMPTION_EVENTS = EventTable(
    "容错认定",
    (
        EventType("核实", "verify", ("by", "note"), frozenset({"applied"}), "verified", by_other=True),
        EventType(
            "认定",
            "grant",
            ("by", "result", "evidence"),
            frozenset({"verified"}),
            "granted",
            optional=("until",),
            outcomes={FULL: "", LENIENT: ""},
            by_other=True,
        ),
        EventType("不予认定", "refuse", ("by", "note"), _PENDING, "refused", by_other=True),
        EventType("备案", "file", ("by",), frozenset({"granted"}), "filed"),
        EventType("撤销认定", "revoke", ("by", "note"), _GRANTED, "revoked", by_other=True),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "applied",
    {
        "applied": "待核实",
        "verified": "待认定",
        "granted": "待备案",
        "filed": "已备案",
        "refused": "不予认定",
        "revoked": "已撤销",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition of 容错 and whether it was found to hold."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "容错的一个条件，核实下来符不符合"

    name: Annotated[ConditionName, about("条件", "、".join(CONDITIONS), CONDITIONS[1])]
    verdict: Annotated[Literal["符合", "不符合"], about("核实结果", "符合 或 不符合", MET)]
    note: Annotated[Line | None, about("依据", "凭什么这样认定", "市政府常务会议纪要〔2017〕9号")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """One application; ``date`` is its day. ``subjects`` are what deductions are not to be made for."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一件容错免责申请：认定以后不扣分，逾期等事实照记"

    id: Annotated[Identifier, about("编号", "容错编号", "RC-2017-01")]
    title: Annotated[Line, about("名称", "什么事申请容错", "排污权有偿使用试点定价失误")]
    unit: Annotated[UnitName, about("申请单位", "由谁申请", "市环境保护局")]
    date: Annotated[Day, about("申请日期", "哪一天申请的", "2017-09-05")]
    body: Annotated[UnitName, about("认定机关", "由谁核实认定，不能是申请单位自己", "市纪委")]
    subjects: Annotated[ThingRefs, about("所涉事项", "不扣分的方案、事项、督察问题的编号", ["zb-2017-11/4"])]
    reason: Annotated[Text, about("理由", "为什么申请容错")]
    basis: Annotated[Line | None, about("依据", "依据的办法", "云办发〔2016〕31号")] = None
    people: Annotated[Whole | None, about("干部人数", "涉及多少名干部", 2)] = None
    conditions: Annotated[tuple[Condition, ...], about("条件", "逐条核实容错的条件")] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "核实、认定、不予认定、备案、撤销认定")] = ()


def verdicts(exemption: Exemption) -> dict[str, bool]:
    """Whether each condition that was looked at holds; one that was found both ways does not."""
    found: dict[str, bool] = {}
    for each in exemption.conditions:
        found[each.name] = found.get(each.name, True) and each.verdict == MET
    return found


def _duties(exemption: Course[Exemption], ledger: "Ledger") -> Iterator[Duty]:
    """The body owes a decision, and after it the record of it (备案), each within the policy's working days."""
    body = ledger.units.current(exemption.record.body, exemption.day)
    ref, title, applied = exemption.ref, exemption.title, exemption.record.date
    decision = exemption.last("认定", "不予认定")
    next_step = "认定 --result 免责 --evidence 文号" if exemption.state == "verified" else "核实 --note 情况"
    due = ledger.calendar.add(applied, ledger.policies.on(applied).exemption_within)
    settle = f"ledger record {ref} {next_step} --by {body}"
    yield Duty(ref, "认定容错申请", body, due, decision.date if decision else None, title, settle)
    if decision is not None and exemption.state in _GRANTED:
        due = ledger.calendar.add(decision.date, ledger.policies.on(decision.date).exemption_within)
        settle = f"ledger record {ref} 备案 --by {body}"
        yield Duty(ref, "备案容错认定", body, due, exemption.on("备案"), title, settle)


REGISTER = Register(
    "exemptions",
    "容错免责",
    "容错免责的申请、核实、认定和备案",
    ThingType(
        "exemption",
        "容错认定",
        Exemption,
        EXEMPTION_EVENTS,
        _duties,
        unit="unit",
        ended=frozenset({"filed", "refused", "revoked"}),
    ),
)
