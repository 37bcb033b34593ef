"""Days, months, quarters, halves and years as plans write them."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.base.days import NoSuchDay, add_months, days_after, month_end, parse_day, parse_due, parse_month

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
MONTHS = st.integers(-600, 600)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-06-30", date(2017, 6, 30), date(2017, 6, 30)),
        ("2017-06", date(2017, 6, 1), date(2017, 6, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2100-02", date(2100, 2, 1), date(2100, 2, 28)),
        ("2017Q1", date(2017, 1, 1), date(2017, 3, 31)),
        ("2017Q2", date(2017, 4, 1), date(2017, 6, 30)),
        ("2017Q3", date(2017, 7, 1), date(2017, 9, 30)),
        ("2017Q4", date(2017, 10, 1), date(2017, 12, 31)),
        ("2017H1", date(2017, 1, 1), date(2017, 6, 30)),
        ("2017H2", date(2017, 7, 1), date(2017, 12, 31)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("长期", None, None),
    ],
)
def test_a_due_date_means_the_last_day_of_its_period(
    text: str, first: date | None, last: date | None
) -> None:
    due = parse_due(text)
    assert (due.first, due.last, str(due), due.is_long_term) == (first, last, text, last is None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2017-02-30", "没有“2017-02-30”这一天：2017 年 2 月只到 28 日"),
        ("2016-02-30", "没有“2016-02-30”这一天：2016 年 2 月只到 29 日"),
        ("2017-06-31", "没有“2017-06-31”这一天：2017 年 6 月只到 30 日"),
        ("2017-06-00", "没有“2017-06-00”这一天：2017 年 6 月只到 30 日"),
        ("2017-13-01", "没有“2017-13-01”这一天：13 月不存在"),
        ("2017-00-01", "没有“2017-00-01”这一天：0 月不存在"),
        ("0017-06-30", "“0017-06-30”的年份不在 1900 至 2200 之间"),
        ("2017-6-30", "“2017-6-30”不是日期，应写作 2017-06-30 的样式"),
        ("2017/06/30", "“2017/06/30”不是日期，应写作 2017-06-30 的样式"),
        ("2017-06-30 ", "“2017-06-30 ”不是日期，应写作 2017-06-30 的样式"),
        ("２０１７-06-30", "“２０１７-06-30”不是日期，应写作 2017-06-30 的样式"),
        ("2017年6月30日", "“2017年6月30日”不是日期，应写作 2017-06-30 的样式"),
        ("2017-06", "“2017-06”不是日期，应写作 2017-06-30 的样式"),
        ("", "“”不是日期，应写作 2017-06-30 的样式"),
    ],
)
def test_what_is_no_day_is_told_why(text: str, sentence: str) -> None:
    with pytest.raises(NoSuchDay) as caught:
        parse_day(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2017-02-29", "没有“2017-02-29”这一天：2017 年 2 月只到 28 日"),
        ("2017-13", "没有“2017-13”这个月：月份应在 01 至 12 之间"),
        ("2017Q5", "“2017Q5”不是时限，可写 2017-06-30、2017-06、2017Q2、2017H1、2017 或 长期"),
        ("2017H3", "“2017H3”不是时限，可写 2017-06-30、2017-06、2017Q2、2017H1、2017 或 长期"),
        ("2017q2", "“2017q2”不是时限，可写 2017-06-30、2017-06、2017Q2、2017H1、2017 或 长期"),
        ("待定", "“待定”不是时限，可写 2017-06-30、2017-06、2017Q2、2017H1、2017 或 长期"),
        ("9999", "“9999”的年份不在 1900 至 2200 之间"),
    ],
)
def test_what_is_no_due_date_is_told_why(text: str, sentence: str) -> None:
    with pytest.raises(NoSuchDay) as caught:
        parse_due(text)
    assert str(caught.value) == sentence


def test_a_month_is_its_last_day() -> None:
    assert parse_month("2017-10") == date(2017, 10, 31)
    with pytest.raises(NoSuchDay, match="“2017”不是月份，应写作 2017-10 的样式"):
        parse_month("2017")


@given(DAYS)
def test_every_day_reads_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day
    assert parse_due(f"{day:%Y-%m}").last == month_end(day)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2016-08-31", -6, "2016-02-29"),
        ("2016-08-31", 6, "2017-02-28"),
        ("2017-10-31", 1, "2017-11-30"),
        ("2017-12-31", 2, "2018-02-28"),
        ("2017-01-15", -1, "2016-12-15"),
        ("2017-01-15", 0, "2017-01-15"),
    ],
)
def test_months_are_clamped_to_their_end(start: str, months: int, end: str) -> None:
    assert add_months(parse_day(start), months) == parse_day(end)


@given(DAYS, MONTHS)
def test_adding_months_lands_in_that_month_on_the_same_day_or_its_last(day: date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year - day.year) * 12 + there.month - day.month == months
    assert there.day == min(day.day, monthrange(there.year, there.month)[1])


@given(DAYS, DAYS, MONTHS)
def test_adding_months_keeps_the_order_of_days(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


@given(DAYS, st.integers(-1000, 1000))
def test_days_after_are_calendar_days(day: date, days: int) -> None:
    assert (days_after(day, days) - day).days == days
