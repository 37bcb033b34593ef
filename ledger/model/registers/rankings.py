"""公布的排名 (S3 #48, #53): what was published of a period, as it was published. It is never computed again.

It belongs to its period, whenever it was published: a ranking comes out after its month is over.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import (
    STRICT,
    Day,
    Decider,
    Identifier,
    Line,
    MonthText,
    Number,
    UnitName,
    Whole,
    about,
)
from ledger.model.register import Register, ThingType


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """One unit in its pool; without ``rank`` it was not ranked, without ``score`` there was none."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个单位的得分和名次"

    pool: Annotated[Line, about("分组", "在哪一类单位里排", "区县")]
    unit: Annotated[UnitName, about("单位", "公布时的名称", "望川区")]
    score: Annotated[Number | None, about("得分", "百分制，两位小数", "92.41")] = None
    rank: Annotated[Whole | None, about("名次", "并列的名次相同，下一个名次空出", 1)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The ranking of the period that ends with ``month``, published on ``date``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一期公布的排名，由 ledger rank --write 写成，以后不改"

    id: Annotated[Identifier, about("编号", "PM-月份，与文件名相同", "PM-2017-10")]
    month: Annotated[MonthText, about("月份", "哪个月的排名；按季排名的，是季末的月份", "2017-10")]
    date: Annotated[Day, about("公布日期", "哪一天公布的", "2017-10-31")]
    by: Annotated[Decider, about("公布", "由谁公布", "市委改革办")]
    scheme: Annotated[Day | None, about("评分方案", "按哪一天起用的一版评分", "2017-01-01")] = None
    publish: Annotated[Literal["公开", "内部"], about("公布范围", "公开 或 内部", "公开")] = "公开"
    ranks: Annotated[tuple[Rank, ...], about("名次", "各组各单位的得分和名次")] = ()

    @property
    def title(self) -> str:
        return f"{self.month}排名"

    @property
    def pools(self) -> list[str]:
        """In the order in which they were published."""
        return list(dict.fromkeys(rank.pool for rank in self.ranks))

    def pool(self, kind: str) -> list[Rank]:
        """Those of one pool, as published."""
        return [rank for rank in self.ranks if rank.pool == kind]


REGISTER = Register(
    "rankings",
    "公布的排名",
    "每月（季）公布的排名",
    ThingType("ranking", "排名", Ranking, dated="month"),
    folder=True,
)
