"""重大改革任务 (S1, domain.md row 18): the 256 tasks of the whole reform; a task is done when all its items are."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, DueText, FieldName, GroupName, Identifier, Line, UnitNames, about
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorTask:
    """One task; the items that name it as their ``major_task`` say how far it is."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一项重大改革任务；事项的 major_task 指向它，事项都完成了它就完成了"

    id: Annotated[Identifier, about("编号", "任务编号，事项的 major_task 引用它", "ZD-2017-03")]
    title: Annotated[Line, about("名称", "任务叫什么", "构建亲清新型政商关系")]
    lead: Annotated[UnitNames, about("牵头单位", "对整项任务负责的单位", "市经济信息化委")] = ()
    group: Annotated[GroupName | None, about("专项小组", "负责的专项小组", "经济体制改革专项小组")] = None
    field: Annotated[FieldName | None, about("领域", "ledger.yaml 的 fields 之一", "经济体制")] = None
    date: Annotated[Day | None, about("确定日期", "哪一天确定的；不写则一直都有", "2017-01-18")] = None
    due: Annotated[DueText | None, about("时限", "应在什么时候以前完成", "2020")] = None
    basis: Annotated[Line | None, about("依据", "出自哪个文件", "云办发〔2016〕40号")] = None


REGISTER = Register(
    "major_tasks",
    "重大改革任务",
    "重大改革任务，由事项逐项完成",
    ThingType("major_task", "重大任务", MajorTask, unit="lead"),
)
