"""宣传推介 (S3 #72, S1 #73): what each side published in a month; sums of the month and of the year are computed."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, CountText, Day, Identifier, Line, UnitName, about
from ledger.model.register import Register, ThingType

Side = Literal["宣传部门", "改革办", "新闻媒体", "区县和部门"]
SIDES: tuple[Side, ...] = ("宣传部门", "改革办", "新闻媒体")
"""三位一体: who has to take part every month (S1)."""
OUTPUTS = {"columns": "专栏", "pieces": "稿件", "pushes": "推送", "booklets": "宣传册"}
UNITS = {"columns": "个", "pieces": "篇", "pushes": "条", "booklets": "份"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What one side published through one medium in the month; nothing stands for none."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一方通过一种媒介当月的宣传数量；约数照写，如 120余、近10000"

    side: Annotated[Side, about("哪一方", "宣传部门、改革办、新闻媒体 或 区县和部门", "新闻媒体")]
    medium: Annotated[Line, about("媒介", "报纸、广播电视、微信公众号、宣传册 等", "云州日报")]
    unit: Annotated[UnitName | None, about("单位", "哪个单位的；宣传稿件按单位计分的要写", "望川区")] = None
    columns: Annotated[CountText | None, about("专栏", "当月新开的专栏，个", 2)] = None
    pieces: Annotated[CountText | None, about("稿件", "当月刊播的稿件，篇（条）", "120余")] = None
    pushes: Annotated[CountText | None, about("推送", "当月推送的信息，条", 90)] = None
    booklets: Annotated[CountText | None, about("宣传册", "当月发放的宣传册，份", "近10000")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicityMonth:
    """The publicity of the month in which ``date`` lies, counted up to that day."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "一个月的改革宣传：各方各媒介的专栏、稿件、推送、宣传册"

    id: Annotated[Identifier, about("编号", "宣传登记编号", "XC-2017-09")]
    title: Annotated[Line, about("名称", "这个月的宣传主题", "“深化改革惠民生”九月宣传")]
    date: Annotated[Day, about("截至", "统计到哪一天，算作这一天所在的月份", "2017-09-30")]
    outputs: Annotated[tuple[Output, ...], about("数量", "一方一种媒介一条")] = ()


REGISTER = Register(
    "publicity",
    "宣传推介",
    "每月的改革宣传数量",
    ThingType("publicity", "宣传月份", PublicityMonth),
)
