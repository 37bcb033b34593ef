"""年度任务清单、工作要点、工作台账 (S1, S4; domain.md rows 6, 7, 74, 85): what a year or a task group takes on."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import (
    STRICT,
    CountText,
    Day,
    GroupName,
    Identifier,
    ItemRefs,
    Line,
    PlanRefs,
    UnitNames,
    Whole,
    about,
)
from ledger.model.register import Register, ThingType

AgendaKind = Literal["年度任务清单", "工作要点", "工作台账"]
AGENDA_KINDS = ("年度任务清单", "工作要点", "工作台账")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTask:
    """One task of a list, under its heading (方面); the plans and items named here are what it came to."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "清单里的一项任务，和承接它的方案、事项"

    id: Annotated[Identifier, about("序号", "任务在清单里的序号", "1")]
    title: Annotated[Line, about("任务", "任务的名称", "深化投融资体制改革")]
    aspect: Annotated[Line | None, about("方面", "属于清单的哪个方面", "经济体制改革")] = None
    lead: Annotated[UnitNames, about("牵头单位", "谁牵头", "市发展改革委")] = ()
    plans: Annotated[PlanRefs, about("方案", "承接它的方案", ["zb-2017-05"])] = ()
    items: Annotated[ItemRefs, about("事项", "承接它的事项", ["zb-2017-01/12"])] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A year's list of the whole city, or of one ``group``; ``total`` is what its text says, as written."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一份年度任务清单、工作要点或工作台账；总数照原文写，170余就写 170余"

    id: Annotated[Identifier, about("编号", "清单编号", "YD-2017-01")]
    title: Annotated[Line, about("名称", "清单叫什么", "市委深改组2017年工作要点")]
    kind: Annotated[AgendaKind, about("种类", "年度任务清单、工作要点 或 工作台账")]
    year: Annotated[Whole, about("年度", "哪一年的", 2017)]
    date: Annotated[Day, about("日期", "印发或商定的日期", "2017-02-06")]
    group: Annotated[
        GroupName | None, about("专项小组", "哪个专项小组的；全市的不写", "经济体制改革专项小组")
    ] = None
    number: Annotated[Line | None, about("文号", "印发文号", "云改发〔2017〕1号")] = None
    agreed: Annotated[
        UnitNames,
        about("商定单位", "由谁商定：一般是改革办和专项小组", ["市委改革办", "经济体制改革专项小组"]),
    ] = ()
    total: Annotated[CountText | None, about("总数", "原文说有多少项，照原文写", 31, "170余")] = None
    tasks: Annotated[tuple[AgendaTask, ...], about("任务", "逐项的任务；没有逐项登记的可以不写")] = ()


REGISTER = Register(
    "agendas",
    "年度清单和工作台账",
    "年度任务清单、工作要点和各专项小组的工作台账",
    ThingType("agenda", "年度清单", Agenda),
)
