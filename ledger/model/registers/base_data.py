"""改革基础数据库 (S4, domain.md row 15): what the office knows in numbers, each as its source gives it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, FieldName, Identifier, Line, Signed, Text, UnitName, about
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseDatum:
    """One value of one indicator: records with the same title are its series."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一项基础数据在某一天的值；名称相同的几条是同一项数据的前后各期"

    id: Annotated[Identifier, about("编号", "数据编号", "SJ-001")]
    title: Annotated[Line, about("名称", "是什么数据，各期写法相同", "行政审批中介服务事项")]
    date: Annotated[Day, about("日期", "是哪一天的数", "2017-06-30")]
    value: Annotated[Signed, about("数值", "来源怎样写就怎样写，不另取舍", 126)]
    measure: Annotated[Line, about("计量单位", "项、家、天、% 等", "项")]
    source: Annotated[Line, about("来源", "从哪份材料来", "云审改〔2017〕12号")]
    unit: Annotated[UnitName | None, about("提供单位", "哪个单位提供的", "市行政审批局")] = None
    field: Annotated[FieldName | None, about("领域", "ledger.yaml 的 fields 之一", "经济体制")] = None
    note: Annotated[Text | None, about("说明", "口径和要注意的")] = None


REGISTER = Register(
    "base_data",
    "改革基础数据",
    "改革基础数据库：一项数据一期一条",
    ThingType("base_datum", "基础数据", BaseDatum, unit="unit"),
)
