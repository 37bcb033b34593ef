"""第三方评估 (S3 #57): somebody who neither drafted nor carries out a reform says what came of it."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import (
    STRICT,
    Day,
    Identifier,
    Line,
    Text,
    ThingRef,
    ThingRefs,
    UnitName,
    Whole,
    about,
)
from ledger.model.register import Register, ThingType

EvaluationMethod = Literal["问卷", "访谈", "查阅资料", "实地", "暗访", "数据分析"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """One evaluation; ``date`` is that of its report. ``topics`` counts what was evaluated, whether the ledger has it or not."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次第三方评估：谁评估、评估了几项改革、结论"

    id: Annotated[Identifier, about("编号", "评估编号", "PG-2017-01")]
    title: Annotated[Line, about("名称", "评估的名称", "2017年改革事项第三方评估")]
    date: Annotated[Day, about("日期", "评估报告的日期", "2017-09-28")]
    evaluator: Annotated[
        Line, about("评估机构", "不能是方案的牵头、配合单位，也不能是它们下属的机构", "云州大学公共管理学院")
    ]
    belongs_to: Annotated[
        UnitName | None, about("主管单位", "评估机构隶属哪个单位；独立的不写", "市教育局")
    ] = None
    asked_by: Annotated[UnitName | None, about("委托单位", "由谁委托", "市委改革办")] = None
    topics: Annotated[Whole, about("评估事项", "评估了几项改革", 8)]
    subjects: Annotated[ThingRefs, about("评估对象", "其中写在台账里的方案、事项的编号", ["zb-2017-05"])] = ()
    methods: Annotated[
        tuple[EvaluationMethod, ...],
        about("方式", "问卷、访谈、查阅资料、实地、暗访、数据分析，可有几种", ["问卷", "访谈"]),
    ] = ()
    survey: Annotated[ThingRef | None, about("问卷", "所用满意度调查的编号", "MY-2017-01")] = None
    report: Annotated[Line | None, about("报告", "评估报告的文号或名称")] = None
    conclusion: Annotated[Text | None, about("结论", "评估的结论")] = None


REGISTER = Register(
    "evaluations",
    "第三方评估",
    "第三方评估：谁评估、评估了几项、结论",
    ThingType("evaluation", "第三方评估", Evaluation),
)
