"""满意度调查 (S3 #77, S0 #67, #81): who was asked about what, how many answered, and what they said, level by level."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from ledger.model.fields import STRICT, Day, Identifier, Line, Number, ThingRefs, UnitName, Whole, about
from ledger.model.register import Register, ThingType

SurveyMethod = Literal["网络", "电话", "实地", "书面"]
Respondents = Literal["群众", "干部", "市场主体", "专家"]
SCALE = ("very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied", "unsorted")
"""How many gave each answer; all of them make up the valid answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One survey; ``date`` is when its result was fixed. Its result is counted (``valid`` and the levels), or only published.

    Levels that were not told apart stand together in ``unsorted``: then very satisfied is known and satisfied is not.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次满意度调查：有效问卷和各档人数，或者只有公布的数值"

    id: Annotated[Identifier, about("编号", "调查编号", "MY-2017-01")]
    title: Annotated[Line, about("名称", "调查的名称", "企业投资项目审批改革满意度调查")]
    date: Annotated[Day, about("日期", "结果认定或公布的日期", "2017-09-30")]
    by: Annotated[Line | None, about("调查单位", "由谁调查", "云州市社情民意调查中心")] = None
    asked_by: Annotated[UnitName | None, about("委托单位", "由谁委托或组织", "市委改革办")] = None
    subjects: Annotated[
        ThingRefs, about("调查事项", "调查的是哪些方案、事项；不写则是全部改革", ["zb-2017-05"])
    ] = ()
    methods: Annotated[
        tuple[SurveyMethod, ...], about("方式", "网络、电话、实地、书面，可有几种", ["网络", "电话"])
    ] = ()
    respondents: Annotated[
        tuple[Respondents, ...],
        about("调查对象", "群众、干部、市场主体、专家，可有几种", ["群众", "市场主体"]),
    ] = ()
    issued: Annotated[Whole | None, about("发放问卷", "发放或访问多少份", 2300)] = None
    valid: Annotated[Whole | None, about("有效问卷", "有效的有多少份，等于各档之和", 2086)] = None
    very_satisfied: Annotated[Whole | None, about("非常满意", "答非常满意的份数", 1917)] = None
    satisfied: Annotated[Whole | None, about("满意", "答满意（比较满意）的份数", 120)] = None
    neutral: Annotated[Whole | None, about("一般", "答一般的份数", 40)] = None
    dissatisfied: Annotated[Whole | None, about("不满意", "答不满意的份数", 7)] = None
    very_dissatisfied: Annotated[Whole | None, about("非常不满意", "答非常不满意的份数", 2)] = None
    unsorted: Annotated[Whole | None, about("未分档", "其余没有分档的份数", 169)] = None
    published: Annotated[
        Number | None, Field(le=100), about("公布值", "公布的满意度，照原样写，不改位数", 86.34)
    ] = None
    series: Annotated[
        Line | None, about("系列", "历次可比的调查用同一个系列名，据此算出升降", "全面深化改革满意度")
    ] = None

    @property
    def answers(self) -> int:
        """What the levels come to."""
        return sum(getattr(self, level) or 0 for level in SCALE)

    @property
    def top_two(self) -> int | None:
        """Very satisfied and satisfied; None where satisfied was not told apart."""
        if self.very_satisfied is None or self.satisfied is None:
            return None
        return self.very_satisfied + self.satisfied

    @property
    def satisfaction(self) -> Decimal | None:
        """Satisfied at all, in per cent, not rounded: at least so many by the levels told, else as published; None where neither is."""
        if self.valid and self.very_satisfied is not None:
            return Decimal(100 * (self.very_satisfied + (self.satisfied or 0))) / self.valid
        return self.published


REGISTER = Register(
    "surveys",
    "满意度调查",
    "满意度调查：有效问卷、各档人数，或公布值",
    ThingType("survey", "满意度调查", Survey),
)
