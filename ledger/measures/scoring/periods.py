"""The period that a ranking is about: a month, or a quarter, named by its last month."""

from dataclasses import dataclass
from datetime import date, timedelta

from ledger.base.days import month_end
from ledger.model.scoring import Scheme


@dataclass(frozen=True, slots=True)
class ScoredPeriod:
    """From ``first`` through ``day``, which is its last day unless it still runs."""

    first: date
    day: date

    @property
    def name(self) -> str:
        """``2017-10``."""
        return f"{self.day:%Y-%m}"

    @property
    def months(self) -> int:
        """1, or 3 for a quarter."""
        return (self.day.year - self.first.year) * 12 + self.day.month - self.first.month + 1

    @property
    def over(self) -> bool:
        return self.day == month_end(self.day)

    @property
    def before(self) -> date:
        """The last day of the period before."""
        return self.first - timedelta(days=1)

    def holds(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.day


def period_ending(day: date, scheme: Scheme) -> ScoredPeriod | None:
    """The period of the scheme that ``day`` is in the last month of; None for a month within a quarter."""
    if scheme.period == "月":
        return ScoredPeriod(day.replace(day=1), day)
    if day.month % 3:
        return None
    return ScoredPeriod(date(day.year, day.month - 2, 1), day)
