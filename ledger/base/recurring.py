"""What is done anew in each month or quarter: which one is owed, and which ones were missed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.base.periods import Period, periods


@dataclass(frozen=True, slots=True)
class Done:
    """That it was done for a period: on which day, and by which thing."""

    period: Period
    date: date
    ref: str


def period_of(day: date, months: int) -> Period:
    return next(periods(day, day, months))


def asked_again(
    ref: str, done: Iterable[Done], day: date, months: int
) -> Iterator[tuple[Period, date | None]]:
    """The period of ``day`` and the one before it, with the day of doing, if the last thing done before is ``ref``.

    So each period is asked for once, and none before the first in which it was done. Periods further back are
    history (``missed``): nobody can make up for them.
    """
    known = sorted(done, key=lambda d: (d.period.first, d.date, d.ref))
    this = period_of(day, months)
    for period in (period_of(this.first - timedelta(days=1), months), this):
        earlier = [d for d in known if d.period.first < period.first]
        if earlier and earlier[-1].ref == ref:
            yield period, next((d.date for d in known if d.period == period), None)


def missed(done: Iterable[Period], day: date, months: int) -> list[Period]:
    """Whole periods after the first in which it was done, and before that of ``day``, in which it was not."""
    known = {period.first for period in done}
    every = list(periods(min(known), day, months)) if known else []
    return [period for period in every[:-1] if period.first not in known]
