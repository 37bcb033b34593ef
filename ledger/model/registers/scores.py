"""人工评分 (domain.md §5): what people score a period with, who did it and why; what the ledger counts is not written here."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.base.days import NoSuchDay, parse_due
from ledger.model.fields import STRICT, Day, Decider, Identifier, Names, Number, Text, UnitName, about
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanScore:
    """``score`` points of those that the point weighs; without ``point`` the year-end score of the unit, out of a hundred."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个单位一个督察重点的得分：谁评的、为什么；没有 point 的是年底得分"

    id: Annotated[Identifier, about("序号", "评分的序号，全称是 期/序号", "1")]
    unit: Annotated[UnitName, about("单位", "给哪个单位评分", "望川区")]
    point: Annotated[
        Identifier | None, about("督察重点", "scoring.yaml 里督察重点的编号；年底得分不写", "C2")
    ] = None
    score: Annotated[Number, about("得分", "得几分，满分是这个督察重点的权重；年底得分满分100", 2.5)]
    by: Annotated[Decider | None, about("评分", "谁评的；不写则同整张表", "市委改革办")] = None
    note: Annotated[Text | None, about("理由", "为什么给这些分，扣分的一定要写", "经验在全市推广")] = None

    @property
    def title(self) -> str:
        """望川区 C2 2.5分."""
        return f"{self.unit} {self.point or '年底得分'} {self.score}分"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """The human scores of one period, named by its last month (``2017-10``), or of a year (``2017``).

    ``verified`` are mixed points whose count by the ledger was looked at and stands, unless a score says otherwise.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一期的人工评分，文件名是 2017-10.yaml；一年的年底得分是 2017.yaml"

    id: Annotated[Identifier, about("期", "哪个月（按季排名写季末的月份），年底得分写年份", "2017-10")]
    by: Annotated[Decider | None, about("评分", "整张表由谁评的", "市委改革办")] = None
    scored_on: Annotated[Day | None, about("评分日期", "哪一天评的", "2017-10-30")] = None
    verified: Annotated[
        Names, about("已核实", "哪些混合督察重点已经核实，按程序数出来的算", ["C3", "E1"])
    ] = ()
    scores: Annotated[tuple[HumanScore, ...], about("评分", "一个单位一个督察重点一条")] = ()

    @property
    def of_year(self) -> bool:
        """Whether it has the year-end scores."""
        return len(self.id) == len("2017")

    @property
    def day(self) -> date | None:
        """The last day of what is scored; None where the id is neither a month nor a year."""
        if len(self.id) not in {len("2017"), len("2017-10")}:
            return None
        try:
            return parse_due(self.id).last
        except NoSuchDay:
            return None


REGISTER = Register(
    "scores",
    "人工评分表",
    "每月（季）由人评的督察重点，和年底得分",
    ThingType(
        "score_sheet",
        "评分表",
        ScoreSheet,
        inner={"scores": ThingType("score", "人工评分", HumanScore, unit="unit")},
    ),
    folder=True,
)
