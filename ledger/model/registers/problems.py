"""重点领域改革问题清单 (S3, domain.md row 10): a problem of institutions → the document that answers it → done with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import (
    STRICT,
    CauseName,
    Day,
    FieldName,
    GroupName,
    Identifier,
    Line,
    Text,
    ThingRefs,
    UnitNames,
    about,
)
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

DOCUMENT, SETTLE = "出台改革文件", "办结改革问题"
_OPEN, _DOCUMENTED = frozenset({"open"}), frozenset({"documented"})
_LIVE = _OPEN | _DOCUMENTED

PROBLEM_EVENTS = EventTable(
    "改革问题",
    (
        EventType("进展", "progress", ("note",), _LIVE),
        EventType("出台文件", "issue_document", ("evidence",), _OPEN, "documented"),
        EventType("办结", "settle", ("by",), _DOCUMENTED, "settled", by_other=True),
        EventType(
            "退回", "return", ("by", "note"), frozenset({"documented", "settled"}), "open", by_other=True
        ),
        EventType("批准延期", "extend", ("until", "by"), _LIVE, by_other=True),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "open",
    {"open": "待出台文件", "documented": "待办结", "settled": "已办结"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """``due`` is the last day to have done with it; ``document_due``, where it is earlier, that of the document."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一项体制机制问题：由谁牵头，出台什么文件，办结没有"

    id: Annotated[Identifier, about("编号", "问题编号", "WT-2017-01")]
    title: Annotated[Line, about("问题", "是什么问题", "涉企审批中介服务耗时长、收费高")]
    date: Annotated[Day, about("列入日期", "哪一天列入问题清单", "2017-02-20")]
    field: Annotated[FieldName, about("领域", "ledger.yaml 的 fields 之一", "经济体制")]
    group: Annotated[GroupName | None, about("专项小组", "负责协调的专项小组")] = None
    lead: Annotated[UnitNames, about("牵头单位", "牵头解决问题的单位", "市行政审批局")]
    cause: Annotated[CauseName | None, about("原因", "卡在哪里，取 policy.yaml 的 causes")] = None
    document_due: Annotated[
        Day | None, about("出台期限", "应在哪一天以前出台文件；不写则同办结期限", "2017-06-30")
    ] = None
    due: Annotated[Day, about("办结期限", "应在哪一天以前办结", "2017-12-31")]
    source: Annotated[Line | None, about("来源", "从哪里梳理出来的", "年初调研")] = None
    text: Annotated[Text | None, about("情况", "问题的表现和后果")] = None
    items: Annotated[ThingRefs, about("所涉事项", "解决它的方案、事项的编号", ["zb-2017-01/11"])] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "进展、出台文件、办结、退回、批准延期")] = ()


def _duties(problem: Course[Problem], ledger: "Ledger") -> Iterator[Duty]:
    """The document, then the end, of every lead. An extension moves both, unless the document was there before it."""
    record = problem.record
    issued = problem.last("出台文件") if problem.state != "open" else None
    settled = problem.last("办结") if problem.state == "settled" else None
    owed = (
        (DOCUMENT, record.document_due or record.due, issued, "出台文件 --evidence 文号"),
        (SETTLE, record.due, settled, "办结 --by 认定单位"),
    )
    for name in record.lead:
        unit = ledger.units.current(name, problem.day)
        for what, due, done, words in owed:
            limit, met = _extended(problem, due, done), done.date if done else None
            settle = f"ledger record {problem.ref} {words}"
            yield Duty(problem.ref, what, unit, limit, met, problem.title, settle)


def _extended(problem: Course[Problem], due: date, done: Entry | None) -> date:
    """The limit after the last extension that was approved before it was ``done``."""
    moved = [
        e.until
        for e in problem.facts
        if e.event == "批准延期" and e.until and (done is None or e.date <= done.date)
    ]
    return moved[-1] if moved else due


REGISTER = Register(
    "problems",
    "重点领域改革问题",
    "重点领域改革问题清单：问题、牵头单位、出台的文件、办结",
    ThingType(
        "problem", "改革问题", Problem, PROBLEM_EVENTS, _duties, unit="lead", ended=frozenset({"settled"})
    ),
)
