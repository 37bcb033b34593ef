"""信息报送 (S1, domain.md rows 13, 22 and checkpoint C4): what units reported, and who took it up."""

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - records have a field of that name
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, ItemRefs, Line, PlanRefs, UnitName, about
from ledger.model.register import Register, ThingType

BriefingKind = Literal["专报", "动态", "信息"]
BRIEFING_KINDS = ("专报", "动态", "信息")
Level = Literal["县", "市", "省", "中央"]
LEVELS = ("县", "市", "省", "中央")
"""By whom something was taken up, from below."""
OWING = ("部门", "区县")
"""The kinds of units that the policy's quota is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """Somebody printed it, passed it on or wrote on it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "被谁采用的：哪一级、哪个刊物或单位、哪一天"

    date: Annotated[Day, about("日期", "采用的日期", "2017-06-12")]
    level: Annotated[Level, about("层级", "县、市、省 或 中央")]
    by: Annotated[Line, about("采用单位", "采用的单位或刊物", "省委改革办《改革动态》")]
    number: Annotated[Line | None, about("期号", "采用的那一期", "2017年第18期")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """One report sent in by ``unit`` on ``date``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一条报送的改革信息，和它被哪一级采用"

    id: Annotated[Identifier, about("编号", "报送编号", "XX-2017-01")]
    title: Annotated[Line, about("标题", "信息的标题", "我市“拿地即开工”改革提速")]
    kind: Annotated[BriefingKind, about("种类", "专报、动态 或 信息")]
    date: Annotated[Day, about("日期", "报送的日期", "2017-06-08")]
    unit: Annotated[UnitName, about("报送单位", "谁报的", "市发展改革委")]
    number: Annotated[Line | None, about("期号", "专报、动态的期号", "2017年第12期")] = None
    plans: Annotated[PlanRefs, about("方案", "说的是哪个方案", ["zb-2017-05"])] = ()
    items: Annotated[ItemRefs, about("事项", "说的是哪个事项", ["zb-2017-05/1"])] = ()
    adopted: Annotated[tuple[Adoption, ...], about("采用", "被哪几级采用")] = ()


def adopted_by(briefing: Briefing, day: Date) -> list[Adoption]:
    """Those who had taken it up by the day."""
    return [adoption for adoption in briefing.adopted if adoption.date <= day]


REGISTER = Register(
    "briefings",
    "信息报送",
    "报送的改革信息和采用情况",
    ThingType("briefing", "报送信息", Briefing, unit="unit"),
)
