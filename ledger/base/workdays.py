"""Working days of China, make-up workdays included; a year that nobody covers is never passed over in silence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class YearOfRest:
    """What the State Council's notice for one year says: days off, and rest days that are worked."""

    holidays: frozenset[date]
    workdays: frozenset[date]


@lru_cache(maxsize=1)
def _published() -> dict[int, YearOfRest]:
    from chinese_calendar import constants  # noqa: PLC0415 - 20 ms that most commands never need

    holidays, workdays = set(constants.holidays), set(constants.workdays)
    return {
        year: YearOfRest(
            frozenset(d for d in holidays if d.year == year), frozenset(d for d in workdays if d.year == year)
        )
        for year in sorted({d.year for d in holidays})
    }


@dataclass(frozen=True, slots=True)
class Calendar:
    """The published years, those of the ledger's own ``calendar.yaml`` over them.

    A year in neither is counted Monday to Friday and remembered in ``provisional``: every figure that leaned on
    such a year has to be printed with that remark.
    """

    extra: Mapping[int, YearOfRest] = field(default_factory=dict)
    provisional: set[int] = field(default_factory=set, compare=False)
    _counted: dict[tuple[date, date], int] = field(default_factory=dict, compare=False, repr=False)
    _added: dict[tuple[date, int], date] = field(default_factory=dict, init=False, compare=False, repr=False)

    def covers(self, year: int) -> bool:
        return year in self.extra or year in _published()

    def is_workday(self, day: date) -> bool:
        year = self.extra.get(day.year) or _published().get(day.year)
        if year is None:
            self.provisional.add(day.year)
            return day.weekday() < SATURDAY
        if day in year.workdays:
            return True
        return day.weekday() < SATURDAY and day not in year.holidays

    def add(self, day: date, workdays: int) -> date:
        """The last day of a limit of ``workdays`` working days; the day itself does not count.

        2017-09-27 + 5 = 2017-10-10: the 30th, a Saturday, is worked; 1 to 8 October are off.
        """
        limit = (day, workdays)
        if limit not in self._added:  # thousands of items are claimed on the same few hundred days
            while workdays > 0:
                day += timedelta(days=1)
                workdays -= self.is_workday(day)
            self._added[limit] = day
        return self._added[limit]

    def between(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; 0 when ``end`` is not later."""
        span = (start, end)
        if span not in self._counted:  # hundreds of items are due on the same few days
            days = range(1, (end - start).days + 1)
            self._counted[span] = sum(self.is_workday(start + timedelta(days=n)) for n in days)
        return self._counted[span]
