"""改革专家智库 (S4, row 15) and 督察专员库 (S0, row 17): people whom the office may ask or send."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.fields import STRICT, Day, Identifier, Line, Names, Text, UnitName, about
from ledger.model.register import Register, ThingType

Pool = Literal["专家智库", "督察专员库"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """One person in one pool, through ``until``; ``unit`` is there where the units' register knows the employer."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "专家智库、督察专员库里的一个人"

    id: Annotated[Identifier, about("编号", "人员编号", "ZJ-001")]
    title: Annotated[Line, about("姓名", "姓名", "方既白")]
    pool: Annotated[Pool, about("人才库", "专家智库 或 督察专员库", "专家智库")]
    expertise: Annotated[Names, about("专长", "熟悉哪些方面", ["行政审批", "商事制度"])]
    unit: Annotated[UnitName | None, about("单位", "本人所在单位，取 units.yaml；督察它时应当回避")] = None
    employer: Annotated[Line | None, about("外单位", "不在名册里的工作单位", "云州学院")] = None
    from_: Annotated[Day, about("入库", "从哪一天起入库", "2017-01-01", alias="from")]
    until: Annotated[Day | None, about("至", "聘期到哪一天（含当日）；不写为长期", "2018-12-31")] = None
    note: Annotated[Text | None, about("说明", "职务、职称、联系办法等")] = None


REGISTER = Register(
    "experts",
    "专家和督察专员",
    "改革专家智库和督察专员库",
    ThingType("expert", "在库人员", Expert, unit="unit", dated="from_"),
)
