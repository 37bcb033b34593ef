"""Calendar periods: months, quarters, half-years and years, for what is owed once in each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.base.days import add_months

MONTH, QUARTER, HALF_YEAR, YEAR = 1, 3, 6, 12
_HALVES = {1: "上半年", 2: "下半年"}


@dataclass(frozen=True, slots=True)
class Period:
    """``months`` is 1, 3, 6 or 12; ``first`` and ``last`` are its days."""

    first: date
    last: date
    months: int

    def __str__(self) -> str:
        """2017年10月, 2017年第4季度, 2017年下半年, 2017年."""
        number = (self.first.month - 1) // self.months + 1
        within = {MONTH: f"{number}月", QUARTER: f"第{number}季度", HALF_YEAR: _HALVES.get(number, "")}
        return f"{self.first.year}年{within.get(self.months, '')}"


def periods(since: date, day: date, months: int) -> Iterator[Period]:
    """From the one in which ``since`` lies, those that have begun by ``day``."""
    first = since.replace(month=(since.month - 1) // months * months + 1, day=1)
    while first <= day:
        following = add_months(first, months)
        yield Period(first, following - timedelta(days=1), months)
        first = following
