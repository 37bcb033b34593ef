"""督察 (S0, S1, S3, S4): one inspection a file, with the findings (督察发现问题) that it left behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - records have a field of that name
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, Line, PlanRefs, ThingRefs, UnitNames, about
from ledger.model.findings import FINDING, Finding
from ledger.model.inspecting import Focus, InspectionReport, Mode, Round, Team, Visits
from ledger.model.register import Register, ThingType

InspectionKind = Literal[
    "全面督察", "专项督察", "年中督察", "年底自查", "回头看", "明查暗访", "驻点督察", "跟单督办"
]
KINDS: tuple[str, ...] = get_args(InspectionKind)
LedBy = Literal["领导小组统筹督", "专项小组协调督", "牵头部门重点督", "地方具体督"]
LEADERS: tuple[str, ...] = get_args(LedBy)
"""Who leads (S0): each level of the set-up has its own part."""

AXES = {
    "scope": ("全面", "专项"),
    "cadence": ("日常", "定期"),
    "focus": ("重点督察", "整改复查"),
    "mode": ("明察", "暗访"),
}
"""四个相结合 (S0): the field of each axis and its two poles."""
WAYS = {"way": ("书面", "实地"), "reach": ("面上", "点上")}
"""督察方式 (S4): on paper or on site, over the whole area or at chosen points."""

IMPLIED = {
    "全面督察": {"scope": "全面"},
    "专项督察": {"scope": "专项"},
    "年中督察": {"cadence": "定期"},
    "年底自查": {"cadence": "定期"},
    "回头看": {"focus": "整改复查"},
    "驻点督察": {"way": "实地", "reach": "点上"},
}
"""What the kind of an inspection says by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One inspection; ``date`` is its first day, ``until`` its last."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次督察，文件名就是 id；发现的问题写在 findings，整改的进展记在各自的 log"

    id: Annotated[Identifier, about("编号", "与文件名相同（不含 .yaml）", "dc-2017-08")]
    title: Annotated[Line, about("名称", "督察的名称", "“放管服”改革专项督察")]
    kind: Annotated[InspectionKind, about("种类", f"{'、'.join(KINDS[:-1])} 或 {KINDS[-1]}", "专项督察")]
    date: Annotated[Day, about("开始", "督察的第一天", "2017-08-14")]
    until: Annotated[Day | None, about("结束", "督察的最后一天", "2017-08-18")] = None
    led_by: Annotated[LedBy | None, about("谁来督", "、".join(LEADERS), "领导小组统筹督")] = None
    scope: Annotated[Literal["全面", "专项"] | None, about("范围", "全面 或 专项；种类已说明的不写")] = None
    cadence: Annotated[Literal["日常", "定期"] | None, about("频次", "日常 或 定期；种类已说明的不写")] = None
    focus: Annotated[Focus | None, about("重点", "重点督察 或 整改复查；种类已说明的不写")] = None
    mode: Annotated[Mode | None, about("明暗", "明察 或 暗访；分轮次的写在各轮")] = None
    way: Annotated[Literal["书面", "实地"] | None, about("书面实地", "书面 或 实地")] = None
    reach: Annotated[Literal["面上", "点上"] | None, about("点面", "面上 或 点上")] = None
    team: Annotated[Team | None, about("督察组", "改革办一家、专项小组一家、部门若干家（1+1+n）")] = None
    plans: Annotated[PlanRefs, about("督察方案", "督察了哪些方案的落实", ["zb-2017-05"])] = ()
    targets: Annotated[UnitNames, about("督察对象", "督察了哪些单位", ["市行政审批局"])] = ()
    visits: Annotated[tuple[Visits, ...], about("走访", "到过多少镇办、基层单位，核对多少事项、文件")] = ()
    revisits: Annotated[
        ThingRefs, about("复查问题", "回头看、整改复查看的是哪些督察问题、事项", ["dc-2017-02/1"])
    ] = ()
    rounds: Annotated[tuple[Round, ...], about("轮次", "分几轮进行的，一轮一条")] = ()
    report: Annotated[InspectionReport | None, about("报告", "督察报告的文号、日期和报送单位")] = None
    findings: Annotated[tuple[Finding, ...], about("问题", "发现的问题")] = ()


def reported(inspection: Inspection, day: Date) -> InspectionReport | None:
    """Its report, once there is one."""
    report = inspection.report
    return report if report is not None and report.date <= day else None


def rounds_by(inspection: Inspection, day: Date) -> list[Round]:
    """Those that had begun."""
    return [each for each in inspection.rounds if each.date <= day]


def poles(inspection: Inspection, day: Date) -> frozenset[str]:
    """On which side of each axis it stands: what is written, else what its kind says, and what its rounds had been."""
    return frozenset(_poles(inspection, day))


def _poles(inspection: Inspection, day: Date) -> Iterator[str]:
    implied = IMPLIED.get(inspection.kind, {})
    for axis in (*AXES, *WAYS):
        if pole := getattr(inspection, axis) or implied.get(axis):
            yield pole
    for each in rounds_by(inspection, day):
        yield from filter(None, (each.focus, each.mode))


REGISTER = Register(
    "inspections",
    "督察",
    "一次督察一个文件",
    ThingType("inspection", "督察", Inspection, unit="targets", inner={"findings": FINDING}),
    folder=True,
)
