"""改革试点 (S0, domain.md rows 14, 20): filed with the reform office, assessed, then kept, merged, closed; promoted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from pydantic import ConfigDict

from ledger.base.days import days_after
from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Identifier, ItemRefs, Line, PlanRef, ThingRef, UnitName, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

PilotLevel = Literal["国家级", "省级", "市级", "县级"]
LEVELS: tuple[str, ...] = get_args(PilotLevel)
PROMOTED = ("全国", "全省", "全市")
"""How far an experience may be promoted."""
FILE, START, MIDTERM, FINAL, PROMOTE = "备案", "启动", "中期评估", "终期评估", "推广"
MERGE, CLOSE, KEEP = "合并", "终止", "保留"
DECISION = "决定试点去留"

_READY, _RUNNING = frozenset({"approved"}), frozenset({"running", "kept"})
_LIVE = _READY | _RUNNING | {"assessed"}
PILOT_EVENTS = EventTable(
    "改革试点",
    (
        EventType(FILE, "file", ("by", "evidence"), _LIVE, by_other=True),
        EventType(START, "start", (), _READY, "running"),
        EventType(
            MIDTERM, "assess_midterm", ("by", "result"), _RUNNING,
            outcomes={"通过": "", "限期整改": ""}, by_other=True,
        ),
        EventType(
            FINAL, "assess_final", ("by", "result"), _RUNNING,
            outcomes={"通过": "assessed", "不通过": "assessed"}, by_other=True,
        ),
        EventType("批准延期", "extend", ("until", "by"), _READY | _RUNNING, by_other=True),
        EventType(
            KEEP, "keep", ("by", "result"), _LIVE,
            outcomes={"继续试点": "kept", "转为常态": "adopted"}, by_other=True,
        ),
        EventType(MERGE, "merge", ("by", "into"), _LIVE, "merged", by_other=True),
        EventType(CLOSE, "close", ("by", "note"), _LIVE, "closed", by_other=True),
        EventType(
            PROMOTE, "promote", ("by", "result"), None,
            optional=("evidence",), outcomes=dict.fromkeys(PROMOTED, ""), by_other=True,
        ),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
    "approved",
    {
        "approved": "待启动", "running": "试点中", "assessed": "待处置", "kept": "继续试点",
        "adopted": "转为常态", "merged": "已合并", "closed": "已终止",
    },
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pilot:
    """A pilot; ``date`` is its approval, ``until`` the last day of its term, ``midterm`` by when it is assessed halfway."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个改革试点：谁批的、在哪里试、试到什么时候；备案、评估、处置、推广记在 log"

    id: Annotated[Identifier, about("编号", "试点的编号", "SD-2017-01")]
    title: Annotated[Line, about("名称", "试点的名称", "区域化环评试点")]
    level: Annotated[PilotLevel, about("层级", "国家级、省级、市级 或 县级：哪一级批准的", "省级")]
    unit: Annotated[UnitName, about("承担单位", "由谁试", "市环境保护局")]
    area: Annotated[Line | None, about("范围", "在哪里试", "望川区经济开发区")] = None
    date: Annotated[Day, about("批准日期", "批准试点的那一天", "2017-03-20")]
    midterm: Annotated[Day | None, about("中期评估期限", "不写则为试点期的正中", "2017-09-30")] = None
    until: Annotated[Day | None, about("期满", "试点期的最后一天", "2018-03-19")] = None
    upstream: Annotated[ThingRef | None, about("上级文件", "上级部署试点的文件编号", "zy-2016-11")] = None
    plan: Annotated[PlanRef | None, about("方案", "所属的改革方案", "zb-2017-05")] = None
    items: Annotated[ItemRefs, about("事项", "所属的改革事项", ["zb-2017-05/6"])] = ()
    log: Annotated[tuple[Entry, ...], about("记录", "备案、启动、评估、保留、合并、终止、推广")] = ()


def term_end(pilot: Course[Pilot]) -> date | None:
    """The last day of its term, after an approved extension by that."""
    extended = pilot.last("批准延期")
    return extended.until if extended else pilot.record.until


def _midterm(record: Pilot) -> date | None:
    """By the term as first approved: what was extended is assessed halfway once."""
    if record.midterm is not None or record.until is None:
        return record.midterm
    return record.date + timedelta(days=(record.until - record.date).days // 2)


def assessed_on(pilot: Course[Pilot]) -> date | None:
    """The day of its final assessment; None again where it was extended after that."""
    assessed, extended = pilot.last(FINAL), pilot.last("批准延期")
    renewed = assessed is not None and extended is not None and extended.date > assessed.date
    return assessed.date if assessed and not renewed else None


def _duties(pilot: Course[Pilot], ledger: "Ledger") -> Iterator[Duty]:
    """Filing within the policy's days of the approval, both assessments by their days, then the decision what becomes of it.

    A pilot that was merged, closed or made common practice owes nothing that it had not done.
    """
    record, title, ref = pilot.record, pilot.title, pilot.ref
    office, unit = ledger.office(pilot.day) or "改革办", ledger.units.current(record.unit, pilot.day)
    limits = ledger.policies.on(record.date).pilots
    final, halfway = assessed_on(pilot), pilot.on(MIDTERM) or pilot.on(FINAL)
    filing = days_after(record.date, limits.file_within)
    for what, whose, due, met, entry in (
        ("试点方案备案", unit, filing, pilot.on(FILE), "备案 --by 改革办 --evidence 备案号"),
        ("组织中期评估", office, _midterm(record), halfway, "中期评估 --by 改革办 --result 通过"),
        ("组织终期评估", office, term_end(pilot), final, "终期评估 --by 改革办 --result 通过"),
    ):
        if due is not None and (met is not None or pilot.state not in ENDED):
            yield Duty(ref, what, whose, due, met, title, f"ledger record {ref} {entry}")
    if final is not None:
        decided = pilot.last(KEEP, MERGE, CLOSE)
        met = decided.date if decided and decided.date >= final else None
        settle = f"ledger record {ref} 保留 --by 改革办 --result 转为常态"
        yield Duty(ref, DECISION, office, days_after(final, limits.decide_within), met, title, settle)


ENDED = frozenset({"adopted", "merged", "closed"})
REGISTER = Register(
    "pilots",
    "改革试点",
    "改革试点的备案、评估、处置和推广",
    ThingType("pilot", "试点", Pilot, PILOT_EVENTS, _duties, unit="unit", ended=ENDED),
)
