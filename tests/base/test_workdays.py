"""Working days of China: make-up days are worked, and a year that nobody knows is never passed over in silence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.base.days import parse_day
from ledger.base.workdays import Calendar, YearOfRest

DAYS = st.dates(date(2004, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("start", "workdays", "end"),
    [
        ("2017-09-27", 5, "2017-10-10"),
        ("2017-10-31", 3, "2017-11-03"),
        ("2017-10-31", 5, "2017-11-07"),
        ("2017-10-31", 10, "2017-11-14"),
        ("2017-01-26", 1, "2017-02-03"),
        ("2017-10-01", 1, "2017-10-09"),
        ("2017-10-01", 0, "2017-10-01"),
    ],
)
def test_limits_skip_holidays_and_count_make_up_days(start: str, workdays: int, end: str) -> None:
    assert Calendar().add(parse_day(start), workdays) == parse_day(end)


def test_a_make_up_saturday_is_worked_and_a_holiday_is_not() -> None:
    days = {
        "2017-09-30": True,
        "2017-10-01": False,
        "2017-10-06": False,
        "2017-10-09": True,
        "2017-10-14": False,
    }
    assert {d: Calendar().is_workday(parse_day(d)) for d in days} == days


@pytest.mark.parametrize(
    ("first", "last", "workdays"), [("2017-09-30", "2017-10-31", 17), ("2017-08-31", "2017-09-30", 22)]
)
def test_working_days_of_a_month(first: str, last: str, workdays: int) -> None:
    assert Calendar().between(parse_day(first), parse_day(last)) == workdays


def test_between_counts_nothing_backwards() -> None:
    assert Calendar().between(parse_day("2017-10-31"), parse_day("2017-10-01")) == 0
    assert Calendar().between(parse_day("2017-10-31"), parse_day("2017-10-31")) == 0


def test_years_that_are_published() -> None:
    calendar = Calendar()
    assert [calendar.covers(y) for y in (2003, 2004, 2017, 2026, 2050)] == [False, True, True, True, False]


def test_an_uncovered_year_goes_by_the_week_and_is_remembered() -> None:
    calendar = Calendar()
    assert calendar.add(parse_day("2049-12-31"), 1) == parse_day("2050-01-03")
    assert calendar.provisional == {2050}


def test_a_covered_year_leaves_nothing_to_remember() -> None:
    calendar = Calendar()
    calendar.add(parse_day("2017-09-27"), 5)
    assert calendar.provisional == set()


def test_calendars_do_not_share_what_they_remember() -> None:
    Calendar().is_workday(parse_day("2050-01-03"))
    assert Calendar().provisional == set()


def test_the_ledgers_own_year_stands_over_everything() -> None:
    own = YearOfRest(frozenset({parse_day("2050-01-03")}), frozenset({parse_day("2050-01-08")}))
    calendar = Calendar({2050: own, 2017: YearOfRest(frozenset(), frozenset())})
    assert calendar.covers(2050)
    assert calendar.add(parse_day("2049-12-31"), 5) == parse_day("2050-01-08")
    assert calendar.is_workday(parse_day("2017-10-03"))
    assert calendar.provisional == set()


@given(DAYS, st.integers(0, 60))
def test_what_was_added_lies_between(start: date, workdays: int) -> None:
    calendar = Calendar()
    end = calendar.add(start, workdays)
    assert calendar.between(start, end) == workdays
    assert workdays == 0 or calendar.is_workday(end)


@given(DAYS, st.integers(0, 30), st.integers(0, 30))
def test_limits_add_up(start: date, first: int, then: int) -> None:
    calendar = Calendar()
    assert calendar.add(calendar.add(start, first), then) == calendar.add(start, first + then)
