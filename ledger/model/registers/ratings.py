"""双向测评 (S3 #51): each quarter those who are inspected rate and rank the city's inspection teams."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import ConfigDict, Field

from ledger.base.periods import QUARTER, Period
from ledger.base.recurring import Done, asked_again, period_of
from ledger.model.duty import Duty
from ledger.model.fields import STRICT, Day, Identifier, Line, Number, QuarterText, UnitName, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

QUESTIONS = {"method": "排名办法合理", "order": "排名顺序公平", "thorough": "督察到位", "clean": "人员廉洁"}
"""What each of the four is asked about a team; answers are points out of 100."""


Points = Annotated[Number | None, Field(le=100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one rater gave one team; a question without points was not answered."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个单位给一个督察组打的分，每问满分100分"

    team: Annotated[Line, about("督察组", "哪个督察组", "市委第一督察组")]
    by: Annotated[UnitName, about("测评单位", "由哪个区县的党政主要领导测评", "望川区")]
    method: Annotated[Points, about("办法", "排名办法是否合理，满分100", 95)] = None
    order: Annotated[Points, about("顺序", "排名顺序是否公平，满分100", 92)] = None
    thorough: Annotated[Points, about("到位", "督察是否到位，满分100", 96)] = None
    clean: Annotated[Points, about("廉洁", "人员是否廉洁，满分100", 99)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """The rating of one quarter, held on ``date``, which may be later; averages and ranks are computed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个季度的双向测评：各区县给各督察组打的分"

    id: Annotated[Identifier, about("编号", "测评编号", "CP-2017Q3")]
    title: Annotated[Line, about("名称", "测评的名称", "2017年第三季度双向测评")]
    quarter: Annotated[QuarterText, about("季度", "测评哪个季度的督察", "2017Q3")]
    date: Annotated[Day, about("日期", "测评的日期", "2017-09-28")]
    scores: Annotated[tuple[Score, ...], about("打分", "一个区县对一个督察组一条")] = ()

    @property
    def period(self) -> Period:
        return period_of(self.quarter.first or self.date, QUARTER)


def _duties(course: Course[Rating], ledger: "Ledger") -> Iterator[Duty]:
    """Once a quarter was rated, the office owes the next ones, each by its last day."""
    day, office = course.day, ledger.office(course.day)
    if not office:
        return
    done = [Done(r.period, r.date, r.id) for r in ledger.of(REGISTER) if r.date <= day]
    for quarter, met in asked_again(course.ref, done, day, QUARTER):
        yield Duty(course.ref, "组织双向测评", office, quarter.last, met, f"{quarter}双向测评", _SETTLE)


_SETTLE = "ledger new rating 编号 --set 名称=名称 --set 季度=季度 --set 日期=日期"

REGISTER = Register(
    "ratings",
    "双向测评",
    "区县每季度对督察组的测评",
    ThingType("rating", "双向测评", Rating, duties=_duties),
)
