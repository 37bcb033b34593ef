"""工作专班 (S4, domain.md row 26): who works on a project together, and on which list of items."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, ItemRefs, Line, ThingRef, UnitName, about
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody whom a unit sends."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "专班成员：哪个单位派了谁"

    unit: Annotated[UnitName, about("单位", "派出单位", "市行政审批局")]
    name: Annotated[Line, about("姓名", "成员的姓名", "路明远")]
    duty: Annotated[Line | None, about("分工", "在专班里做什么", "联审平台")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskForce:
    """A task force, there from ``date`` through ``until``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个工作专班：为哪个项目组建、由谁组成、按哪张清单办"

    id: Annotated[Identifier, about("编号", "专班的编号", "ZB-2017-01")]
    title: Annotated[Line, about("名称", "专班的名称", "投资项目审批改革专班")]
    project: Annotated[ThingRef, about("项目", "领衔项目、方案或事项的编号", "LX-2017-01")]
    unit: Annotated[UnitName, about("牵头单位", "专班设在哪个单位", "市发展改革委")]
    head: Annotated[Line | None, about("负责人", "专班负责人", "邬景行")] = None
    date: Annotated[Day, about("组建日期", "从哪一天起", "2017-02-24")]
    until: Annotated[Day | None, about("撤销日期", "到哪一天为止（含当日）", "2017-12-31")] = None
    members: Annotated[tuple[Member, ...], about("成员", "各单位派出的成员")] = ()
    items: Annotated[ItemRefs, about("清单", "专班负责的改革事项", ["zb-2017-05/3"])] = ()


REGISTER = Register(
    "task_forces",
    "工作专班",
    "领衔项目的工作专班",
    ThingType("task_force", "专班", TaskForce, unit="unit"),
)
