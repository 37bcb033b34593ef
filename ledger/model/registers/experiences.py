"""创新改革经验 (S3 #19, S0 #20): candidates of a public selection, their votes, and how far the selected ones are spread."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import (
    STRICT,
    CountText,
    Day,
    FieldName,
    Flag,
    Identifier,
    Line,
    ThingRefs,
    UnitName,
    about,
)
from ledger.model.register import Register, ThingType

PromotionLevel = Literal["市", "省", "国家"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promotion:
    """That an experience was spread over a whole level, since ``date``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次推广：在哪一级、什么时候、依据什么"

    level: Annotated[PromotionLevel, about("层级", "在市、省 或 国家 层面推广", "省")]
    date: Annotated[Day, about("日期", "什么时候推广的", "2017-08-20")]
    number: Annotated[Line | None, about("依据", "推广的文件文号、刊物期号或会议")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """One candidate; ``date`` is the day on which its batch was decided."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一条参加公开筛选的创新改革经验：得票、是否入选、推广到哪一级"

    id: Annotated[Identifier, about("编号", "经验编号", "JY-2017-01")]
    title: Annotated[Line, about("名称", "经验的名称", "“一窗受理、后台流转”办事模式")]
    batch: Annotated[Line, about("批次", "哪一批筛选", "2017年第一批")]
    date: Annotated[Day, about("日期", "本批结果公布的日期", "2017-06-30")]
    source: Annotated[UnitName, about("单位", "哪个单位创造的", "市行政审批局")]
    field: Annotated[FieldName | None, about("领域", "ledger.yaml 的 fields 之一", "经济体制")] = None
    subjects: Annotated[ThingRefs, about("出自", "出自哪些方案、事项、试点", ["zb-2017-05/4"])] = ()
    votes: Annotated[CountText | None, about("得票", "收到的选票；约数照写，如 12000余、近13000", 5210)] = (
        None
    )
    selected: Annotated[Flag, about("入选", "是否入选", True)] = False
    promotions: Annotated[tuple[Promotion, ...], about("推广", "推广一级一条")] = ()


REGISTER = Register(
    "experiences",
    "创新改革经验",
    "公开筛选的创新改革经验：得票、入选、推广",
    ThingType("experience", "改革经验", Experience, unit="source"),
)
