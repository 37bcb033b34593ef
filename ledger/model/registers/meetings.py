"""会议 (S3 #46, #52 to #54): review meetings, meetings of the commission and of groups; who reported and who spoke."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - records have a field of that name
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.base.counts import Count
from ledger.base.periods import MONTH, QUARTER
from ledger.base.recurring import Done, asked_again, period_of
from ledger.model.duty import Duty
from ledger.model.fields import (
    STRICT,
    CountText,
    Day,
    Decider,
    GroupName,
    Identifier,
    LeaderName,
    Line,
    PlanRefs,
    Text,
    ThingRef,
    UnitName,
    UnitNames,
    Whole,
    about,
)
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

MeetingKind = Literal["通报会", "深改组会议", "专项小组会议", "联络员会议", "调度会", "现场会", "上级会议"]
Attendees = Literal[
    "区县主要负责同志", "区县改革办主任", "部门主要负责同志", "部门分管负责同志", "专项小组负责同志", "联络员"
]
REVIEW: MeetingKind = "通报会"
DEPUTIES: Attendees = "部门分管负责同志"
SpeechKind = Literal["典型发言", "表态发言"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """典型发言 of who does best, 表态发言 of who is last."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个单位的发言：做得好的作典型发言，落后的作表态发言"

    id: Annotated[Identifier, about("序号", "发言的序号，全称是 会议编号/序号", "1")]
    kind: Annotated[SpeechKind, about("种类", "典型发言 或 表态发言", "典型发言")]
    unit: Annotated[UnitName, about("单位", "发言的区县、专项小组或部门", "望川区")]
    note: Annotated[Line | None, about("内容", "为什么由它发言，或讲了什么", "8月督察排名第一")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardReport:
    """A report that the meeting heard (听取汇报)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "会上听取的一个汇报"

    by: Annotated[Decider, about("汇报人", "汇报的单位或领导", "市水利局")]
    title: Annotated[Line, about("题目", "汇报什么", "河长制推行情况")]
    subject: Annotated[ThingRef | None, about("所涉事项", "关于哪个方案、事项", "zb-2017-02")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TermCount:
    """How often a word stands in the papers of a meeting whose text is not kept here."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个词在会议文稿里出现的次数"

    word: Annotated[Line, about("词", "统计的词", "落实")]
    count: Annotated[Whole, about("次数", "出现几次", 7)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One meeting, or ``times`` meetings of a kind told at once; then ``date`` is the day up to which they were counted."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一次会议：谁参加、审议和听取了什么、谁发言；也可以一条记若干次"

    id: Annotated[Identifier, about("编号", "会议编号", "HY-2017-09-01")]
    title: Annotated[Line, about("名称", "会议的名称", "9月督导情况通报会")]
    kind: Annotated[
        MeetingKind, about("种类", "通报会、深改组会议、专项小组会议、联络员会议、调度会、现场会、上级会议")
    ]
    date: Annotated[Day, about("日期", "开会的日期", "2017-09-29")]
    number: Annotated[Line | None, about("次", "第几次", "第9次")] = None
    times: Annotated[CountText | None, about("次数", "一条记若干次会议时写次数，约数照写", "260多")] = None
    group: Annotated[GroupName | None, about("专项小组", "哪个专项小组的会议", "经济体制改革专项小组")] = None
    chair: Annotated[LeaderName | None, about("主持", "主持会议的领导", "沈砚青")] = None
    attendees: Annotated[
        tuple[Attendees, ...],
        about("参加人员", "哪些方面的人参加；部门分管负责同志每季度至少参加一次通报会", ["联络员"]),
    ] = ()
    units: Annotated[UnitNames, about("参加单位", "参加的单位", ["望川区"])] = ()
    plans: Annotated[PlanRefs, about("审议方案", "审议的文件中写在台账里的方案", ["zb-2017-16"])] = ()
    documents: Annotated[Whole | None, about("审议文件", "审议了几件文件，包括方案", 4)] = None
    reports: Annotated[tuple[HeardReport, ...], about("听取汇报", "听取的汇报，一个一条")] = ()
    ranking: Annotated[Line | None, about("排名", "会上公布了什么排名", "9月区县和专项小组督察排名")] = None
    speeches: Annotated[tuple[Speech, ...], about("发言", "典型发言和表态发言")] = ()
    text: Annotated[Text | None, about("文稿", "会议的公报、通报或纪要，词频由此统计")] = None
    terms: Annotated[tuple[TermCount, ...], about("词频", "不存文稿的，写统计好的次数")] = ()

    def is_of_month(self, day: Date) -> bool:
        """Held in the day's month, by that day; several meetings told at once are of the time before, not of a month."""
        return (
            self.times is None
            and self.date <= day
            and (self.date.year, self.date.month) == (day.year, day.month)
        )

    @property
    def held(self) -> Count:
        """How many meetings it stands for."""
        return self.times or Count(1)

    @property
    def reviewed(self) -> int:
        """Documents that the meeting went through."""
        return len(self.plans) if self.documents is None else self.documents


def _duties(course: Course[Meeting], ledger: "Ledger") -> Iterator[Duty]:
    """A review meeting a month, and one a quarter with the departments' deputies: asked of the office once there was one."""
    day = course.day
    if course.record.kind != REVIEW or not ledger.office(day):
        return
    held = [m for m in ledger.of(REGISTER) if m.kind == REVIEW and m.date <= day]
    joined = [m for m in held if DEPUTIES in m.attendees]
    yield from _again(course, ledger, held, MONTH, "召开通报会")
    yield from _again(course, ledger, joined, QUARTER, "请部门分管负责同志参加通报会")


def _again(
    course: Course[Meeting], ledger: "Ledger", held: list[Meeting], months: int, what: str
) -> Iterator[Duty]:
    done = [Done(period_of(m.date, months), m.date, m.id) for m in held]
    for period, met in asked_again(course.ref, done, course.day, months):
        yield Duty(course.ref, what, ledger.office(course.day), period.last, met, f"{period}通报会", _SETTLE)


_SETTLE = f"ledger new meeting 编号 --set 名称=名称 --set 种类={REVIEW} --set 日期=日期"

REGISTER = Register(
    "meetings",
    "会议",
    "通报会、深改组会议、专项小组会议等：审议、汇报、发言",
    ThingType(
        "meeting",
        "会议",
        Meeting,
        duties=_duties,
        inner={"speeches": ThingType("speech", "发言", Speech, unit="unit")},
    ),
)
