"""Parts of an inspection: who goes (1+1+n), in which rounds, to how many places, and what was reported."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, GroupNames, Identifier, Line, UnitName, UnitNames, Whole, about

Mode = Literal["明察", "暗访"]
Focus = Literal["重点督察", "整改复查"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """1+1+n: the office, one task group (of a joint inspection several), and n departments."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "督察组：改革办一家、专项小组一家、部门若干家（1+1+n）"

    office: Annotated[UnitName | None, about("牵头", "牵头的单位，一般是改革办", "市委改革办")] = None
    group: Annotated[
        GroupNames, about("专项小组", "配合的专项小组，联合督察可以写几个", "经济体制改革专项小组")
    ] = ()
    departments: Annotated[UnitNames, about("部门", "参加的部门、区县", ["市财政局"])] = ()
    people: Annotated[Line | None, about("人员", "组长和成员", "组长 穆长青")] = None
    members: Annotated[Whole | None, about("人数", "共有多少人", 50)] = None
    teams: Annotated[Whole, about("组数", "分成几个督察组", 9)] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of a campaign: cross-visits, open and secret visits, look-back, acceptance (S3)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "明查暗访等分几轮进行的，一轮一条"

    id: Annotated[Identifier, about("轮次", "第几轮", "1")]
    title: Annotated[Line, about("内容", "这一轮做什么", "区县交叉互查")]
    date: Annotated[Day, about("开始", "这一轮的第一天", "2017-05-15")]
    until: Annotated[Day | None, about("结束", "这一轮的最后一天", "2017-05-19")] = None
    focus: Annotated[Focus | None, about("重点", "重点督察 或 整改复查，与整次督察不同时写")] = None
    mode: Annotated[Mode | None, about("方式", "明察 或 暗访，与整次督察不同时写")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """How many places of a kind were visited, and how many matters or documents were checked in each of them."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "到过多少个同类的地方，每处核对多少项事项或多少个文件"

    place: Annotated[
        Literal["区县", "部门", "镇办", "基层单位"], about("对象", "区县、部门、镇办 或 基层单位", "镇办")
    ]
    number: Annotated[Whole, about("个数", "到过多少个", 88)]
    subject: Annotated[
        Literal["事项", "文件"] | None, about("核对什么", "逐处核对的是 事项 还是 文件", "文件")
    ] = None
    subjects: Annotated[Whole | None, about("核对多少", "每处核对多少项事项、多少个文件", 17)] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionReport:
    """督察报告; one report may tell of several inspections, under one number."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "督察报告"

    number: Annotated[
        Line, about("文号", "督察报告的文号；几次督察合写一份的，写同一个", "云改办督〔2017〕8号")
    ]
    date: Annotated[Day, about("日期", "报告的成文日期", "2017-08-28")]
    to: Annotated[UnitNames, about("报送", "报送、分送哪些单位", ["市委深改组"])] = ()
