"""成果指标 (S3 #84): outcomes beside the progress of reforms; figures of other offices, kept as published."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, Line, Signed, ThingRefs, about
from ledger.model.register import Register, ThingType

Area = Literal["经济", "民生", "生态", "社会", "政务", "党建"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One value for one period. ``date`` attaches it to a month; ``change`` is year on year in per cent, with its sign."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一项成果指标：数值、单位、同比，照公布的写"

    id: Annotated[Identifier, about("编号", "指标编号", "JJ-2017-09-01")]
    title: Annotated[Line, about("名称", "指标的名称", "地区生产总值")]
    area: Annotated[Area, about("方面", "经济、民生、生态、社会、政务、党建", "经济")]
    period: Annotated[Line, about("时期", "是什么时期的数", "2017年前三季度")]
    date: Annotated[Day, about("日期", "公布的日期，用在这一天所在月份的月报里", "2017-10-25")]
    value: Annotated[Signed | None, about("数值", "照公布的写，不改位数；只公布升降的不写", 3521.5)] = None
    unit: Annotated[Line | None, about("单位", "数值的单位", "亿元")] = None
    change: Annotated[Signed | None, about("同比", "同比升降的百分数，降写负号", -9.4)] = None
    source: Annotated[Line | None, about("来源", "谁公布的", "市统计局")] = None
    subjects: Annotated[ThingRefs, about("相关", "与哪些方案、事项有关", ["zb-2017-05"])] = ()


REGISTER = Register(
    "indicators",
    "成果指标",
    "与改革成效有关的指标，附在月报里",
    ThingType("indicator", "成果指标", Indicator),
)
