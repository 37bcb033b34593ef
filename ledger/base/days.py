"""Calendar days as plans write them: a day, a month, a quarter, a half-year, a year.

Working days are in :mod:`ledger.base.workdays`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ledger.base.text import quoted

FIRST_YEAR, LAST_YEAR = 1900, 2200
LONG_TERM = "长期"

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_PERIOD = re.compile(r"(\d{4})(?:(Q)([1-4])|(H)([12]))?", re.ASCII)


class NoSuchDay(ValueError):  # noqa: N818 - it is what a calendar says, and pydantic carries it as a value error
    """The text is no day (or period) of the calendar; the sentence says which part is wrong."""


class NoSuchDue(NoSuchDay):
    """The text is not written as any time limit is; where a day is asked for, plain NoSuchDay says so."""


@lru_cache(maxsize=65536)
def parse_day(text: str) -> date:
    """Read ``2017-06-30`` and nothing else; raises NoSuchDay."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise NoSuchDay(f"{quoted(text)}不是日期，应写作 2017-06-30 的样式")
    year, month, day = (int(g) for g in match.groups())
    _check_year(text, year)
    if not 1 <= month <= 12:
        raise NoSuchDay(f"没有{quoted(text)}这一天：{month} 月不存在")
    if not 1 <= day <= monthrange(year, month)[1]:
        last = monthrange(year, month)[1]
        raise NoSuchDay(f"没有{quoted(text)}这一天：{year} 年 {month} 月只到 {last} 日")
    return date(year, month, day)


def parse_month(text: str) -> date:
    """The last day of ``2017-10``; raises NoSuchDay."""
    match = _MONTH.fullmatch(text)
    if match is None:
        raise NoSuchDay(f"{quoted(text)}不是月份，应写作 2017-10 的样式")
    year, month = int(match[1]), int(match[2])
    _check_year(text, year)
    if not 1 <= month <= 12:
        raise NoSuchDay(f"没有{quoted(text)}这个月：月份应在 01 至 12 之间")
    return month_end(date(year, month, 1))


def _check_year(text: str, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NoSuchDay(f"{quoted(text)}的年份不在 {FIRST_YEAR} 至 {LAST_YEAR} 之间")


@dataclass(frozen=True, slots=True)
class Due:
    """A time limit with the precision that was written; it means the last day of its period.

    ``last`` is None for 长期, which has no last day.
    """

    text: str
    first: date | None
    last: date | None

    def __str__(self) -> str:
        return self.text

    @property
    def is_long_term(self) -> bool:
        return self.last is None


@lru_cache(maxsize=65536)
def parse_due(text: str) -> Due:
    """Read ``2017-06-30``, ``2017-06``, ``2017Q2``, ``2017H1``, ``2017`` or 长期; raises NoSuchDay."""
    if text == LONG_TERM:
        return Due(text, None, None)
    if _DAY.fullmatch(text):
        day = parse_day(text)
        return Due(text, day, day)
    if _MONTH.fullmatch(text):
        last = parse_month(text)
        return Due(text, last.replace(day=1), last)
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise NoSuchDue(f"{quoted(text)}不是时限，可写 2017-06-30、2017-06、2017Q2、2017H1、2017 或 长期")
    year = int(match[1])
    _check_year(text, year)
    months = 3 if match[2] else 6 if match[4] else 12
    ordinal = int(match[3] or match[5] or 1)
    first = date(year, (ordinal - 1) * months + 1, 1)
    return Due(text, first, month_end(add_months(first, months - 1)))


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of another month, clamped to its end: 2016-08-31 less 6 months is 2016-02-29."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_chinese(day: date) -> str:
    """2017年10月31日, without leading zeros, as official papers write it."""
    return f"{day.year}年{day.month}月{day.day}日"


def days_after(day: date, days: int) -> date:
    return day + timedelta(days=days)
