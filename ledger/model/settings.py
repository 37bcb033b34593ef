"""ledger.yaml: whose ledger this is; calendar.yaml: the years the calendar library does not know."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger import FORMAT
from ledger.base.workdays import YearOfRest
from ledger.model.fields import STRICT, Day, Line, Names, Text, Whole, about


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The head of a ledger. ``as_of`` is only for archived ledgers: it stands in for today."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    format: Annotated[Whole, about("格式版本", "本说明对应 1", 1)] = FORMAT
    name: Annotated[Line, about("名称", "台账的名称", "云州市全面深化改革台账")] = "台账"
    level: Annotated[Line, about("层级", "中央、省、市 或 县", "市")] = "市"
    office: Annotated[Line, about("改革办", "统筹督办的办公室", "市委改革办")] = ""
    commission: Annotated[Line, about("深改组", "决策机构", "市委深改组")] = ""
    prefix: Annotated[Line, about("机关代字", "三单一书的机关代字", "云改办")] = ""
    fields: Annotated[Names, about("领域", "改革领域", ["经济体制", "社会体制"])] = ()
    as_of: Annotated[Day | None, about("截止日", "仅归档台账：代替今天的日期", "2017-10-31")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestYear:
    """One year of calendar.yaml."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    year: Annotated[Whole, about("年", "哪一年", 2027)]
    source: Annotated[Text | None, about("依据", "国务院办公厅放假通知的文号")] = None
    holidays: Annotated[tuple[Day, ...], about("放假", "放假的日子，周末不必写")] = ()
    workdays: Annotated[tuple[Day, ...], about("调休上班", "要上班的周末")] = ()

    @property
    def rest(self) -> YearOfRest:
        return YearOfRest(frozenset(self.holidays), frozenset(self.workdays))


@dataclass(frozen=True, slots=True, kw_only=True)
class RestYears:
    """calendar.yaml."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    years: Annotated[tuple[RestYear, ...], about("年份", "日历库还没有收录的年份")] = ()

    def by_year(self) -> dict[int, YearOfRest]:
        """What is said of a year in two places is added up."""
        found: dict[int, YearOfRest] = {}
        for year in self.years:
            known = found.get(year.year, YearOfRest(frozenset(), frozenset()))
            found[year.year] = YearOfRest(
                known.holidays | year.rest.holidays, known.workdays | year.rest.workdays
            )
        return found
