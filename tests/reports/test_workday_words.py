"""Working days counted aloud."""

import pytest
from build import day

from ledger.base.workdays import Calendar, YearOfRest
from ledger.reports.workday_words import counted, limit_counted


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2017-09-27", "2017-10-10", "工作日5天（9月30日上班；10月1日至8日放假不计）"),
        ("2017-10-31", "2017-11-03", "工作日3天"),
        ("2017-10-31", "2017-11-14", "工作日10天"),  # plain weekends are not worth a word
        ("2017-11-15", "2017-11-15", "工作日0天"),
        ("2017-11-15", "2017-11-01", "工作日0天"),
        ("2017-10-04", "2017-10-10", "工作日2天（10月5日至8日放假不计）"),
        ("2017-09-27", "2017-10-02", "工作日3天（9月30日上班；10月1日至2日放假不计）"),
        ("2017-03-31", "2017-04-07", "工作日4天（4月1日上班；4月2日至4日放假不计）"),
        ("2016-12-28", "2017-01-04", "工作日4天（2016年12月31日至2017年1月2日放假不计）"),
        ("2015-12-30", "2016-01-05", "工作日3天（2016年1月1日至3日放假不计）"),
        ("2017-01-20", "2017-02-06", "工作日8天（1月22日、2月4日上班；1月27日至2月2日放假不计）"),
        ("2017-04-26", "2017-06-02", "工作日25天（5月27日上班；4月29日至5月1日、5月28日至30日放假不计）"),
    ],
)
def test_how_many_and_what_is_not_plain_weekdays(start: str, end: str, words: str) -> None:
    assert counted(Calendar(), day(start), day(end)) == words


def test_a_single_day_off() -> None:
    calendar = Calendar({2040: YearOfRest(frozenset({day("2040-05-02")}), frozenset())})  # a Wednesday
    assert counted(calendar, day("2040-04-30"), day("2040-05-03")) == "工作日2天（5月2日放假不计）"


def test_a_limit_from_its_issue_to_its_last_day() -> None:
    assert limit_counted(Calendar(), day("2017-09-27"), day("2017-10-10")) == (
        "自2017年9月27日签发次日起工作日5天（9月30日上班；10月1日至8日放假不计），至2017年10月10日"
    )


def test_it_agrees_with_the_calendar() -> None:
    calendar = Calendar()
    for n in (1, 3, 5, 10, 15, 60):
        end = calendar.add(day("2017-01-20"), n)
        assert counted(calendar, day("2017-01-20"), end).split("（")[0] == f"工作日{n}天"
