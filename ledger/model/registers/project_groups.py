"""改革办项目组 (S1, domain.md row 22): a group of the office follows its plans from drafting to landing, one stop."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, GroupName, Identifier, Line, Names, PlanRefs, about
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectGroup:
    """Who of the office follows which plans; ``members`` are people, the head among them or not."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "改革办的一个项目组：谁跟哪几个方案，从起草一直跟到落地"

    id: Annotated[Identifier, about("编号", "项目组编号", "XM-01")]
    title: Annotated[Line, about("名称", "项目组叫什么", "第一项目组")]
    head: Annotated[Line, about("组长", "组长的姓名", "何以安")]
    members: Annotated[Names, about("成员", "成员的姓名", ["孟知远", "祝安之"])] = ()
    group: Annotated[GroupName | None, about("专项小组", "对口的专项小组", "经济体制改革专项小组")] = None
    plans: Annotated[PlanRefs, about("方案", "跟哪几个方案", ["zb-2017-01", "zb-2017-05"])] = ()
    from_: Annotated[Day | None, about("起", "哪一天设的", "2017-01-10", alias="from")] = None
    until: Annotated[Day | None, about("止", "设到哪一天", "2017-12-31")] = None


REGISTER = Register(
    "project_groups",
    "改革办项目组",
    "改革办的项目组和各组跟的方案",
    ThingType("project_group", "项目组", ProjectGroup, dated="from_"),
)
