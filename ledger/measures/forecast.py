"""What comes next if nothing more is recorded: the first day on which a clause asks for something."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.base.days import days_after, month_end
from ledger.base.workdays import Calendar
from ledger.measures.descent import Descent
from ledger.measures.escalation import rulings
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan, ref_of
from ledger.model.registers.upstream import REGISTER as UPSTREAM
from ledger.model.slips import Slip

HORIZON = 4000
"""Days looked ahead: ten years, so that an item due far off is not told that nothing will come."""

_OVER = {"E1", "E4"}


@dataclass(frozen=True, slots=True)
class Next:
    """The ruling that a run on ``day`` would bring; ``monthly`` what the first month-end run after it would."""

    day: date
    ruling: Ruling
    month_end: date
    monthly: Ruling | None


def next_step(ledger: Ledger, ruling: Ruling) -> Next | None:
    """What will be asked of the ruling's unit for its subject; None where nothing is within :data:`HORIZON` days."""
    day = ruling.standing.day if ruling.standing else ruling.docking.day if ruling.docking else None
    settled = ruling.outcome is Outcome.NONE and ruling.clause in _OVER
    if day is None or settled or ruling.outcome in {Outcome.PROPOSE, Outcome.REFERRAL, Outcome.BACKLOG}:
        return None
    alone = about(ledger, ruling.subject, day)
    narrow = replace(
        alone, calendar=Calendar(ledger.calendar.extra)
    )  # years only probed are no years leaned on
    for start, end in _spans(ledger, days_after(day, 1), days_after(day, HORIZON)):
        when = _first(narrow, ruling, start, end)
        if when is not None:
            ledger.calendar.is_workday(when)  # its year is
            asked, last = _asked(narrow, ruling, when), month_end(when)
            return Next(when, asked, last, _asked(narrow, ruling, last)) if asked else None
    return None


def _spans(ledger: Ledger, start: date, end: date) -> Iterator[tuple[date, date]]:
    """The days looked at, cut where another version of the policy comes into force."""
    changes = sorted({v.from_ for v in ledger.policies.versions if v.from_ and start < v.from_ <= end})
    for change in changes:
        yield start, days_after(change, -1)
        start = change
    yield start, end


def _first(narrow: Ledger, ruling: Ruling, start: date, end: date) -> date | None:
    """The first day on which something is asked. Found by halving: what is asked stays asked while nothing is recorded."""
    if _asked(narrow, ruling, end) is None:
        return None
    while start < end:
        middle = days_after(start, (end - start).days // 2)
        if _asked(narrow, ruling, middle) is None:
            start = days_after(middle, 1)
        else:
            end = middle
    return start


def _asked(narrow: Ledger, ruling: Ruling, day: date) -> Ruling | None:
    unit = narrow.units.current(ruling.unit, day)
    return next(
        (
            r
            for r in rulings(narrow, day)
            if (r.subject, r.unit) == (ruling.subject, unit)
            and r.outcome in {Outcome.PROPOSE, Outcome.REFERRAL}
        ),
        None,
    )


def about(ledger: Ledger, subject: str, day: date = date.max) -> Ledger:
    """The ledger with what bears on one subject only: the item, those that may have gone into it, its papers.

    Facts dated after ``day`` are left out: on that day they do not exist.
    """
    refs = Descent(ledger.items()).possible(subject)
    plans = (_narrowed(plan, refs, day) for plan in ledger.plans)
    return replace(
        ledger,
        plans=tuple(p for p in plans if p.items),
        slips=tuple(
            _known(s, day)
            for s in ledger.slips
            if s.as_of <= day and any(row.subject in refs for row in s.rows)
        ),
        registers={
            UPSTREAM.name: tuple(replace(d, log=_by(d.log, day)) for d in ledger.upstream if d.id == subject)
        },
    )


def _narrowed(plan: Plan, refs: set[str], day: date) -> Plan:
    items = (replace(i, log=_by(i.log, day)) for i in plan.items if ref_of(plan, i) in refs)
    return replace(plan, items=tuple(items), log=_by(plan.log, day))


def _known(slip: Slip, day: date) -> Slip:
    """A paper judged by the day counts though its 签发 is dated later."""
    rows = tuple(replace(row, log=_by(row.log, day)) for row in slip.rows)
    return replace(slip, rows=rows, log=tuple(e for e in slip.log if e.date <= day or e.event == "签发"))


def _by(log: tuple[Entry, ...], day: date) -> tuple[Entry, ...]:
    return tuple(e for e in log if e.date <= day)
