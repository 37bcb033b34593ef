"""One item over a month: as it stands on a day, beside how it stood at the end of the month before."""

from dataclasses import dataclass
from datetime import date

from ledger.base.days import month_end
from ledger.measures.history import Step
from ledger.measures.progress import IN_COUNT
from ledger.measures.standing import Standing
from ledger.model.events import CORRECT
from ledger.model.facts import facts
from ledger.model.items import RELAPSED, State


@dataclass(frozen=True, slots=True)
class Turn:
    """One item on the day (``now``) and on the last day of the month before (``then``), from the same files."""

    now: Standing
    then: Standing

    @property
    def day(self) -> date:
        return self.now.day

    @property
    def first(self) -> date:
        return self.now.day.replace(day=1)

    def within(self, day: date | None) -> bool:
        """In the month, by the day that is asked about."""
        return day is not None and self.first <= day <= self.day

    def happened(self, event: str) -> bool:
        """A fact of this event that counts is dated in the month."""
        return any(
            s.counted and s.entry.event == event and self.within(s.entry.date) for s in self.now.history.steps
        )

    @property
    def counts(self) -> bool:
        return self.now.status in IN_COUNT

    @property
    def counted_then(self) -> bool:
        """In count at the end of last month, in a plan that was there by then."""
        return self.then.status in IN_COUNT and not is_unadopted(self.then)

    @property
    def updated(self) -> bool:
        """An entry that counts, other than a correction, is dated or was recorded in the month."""
        return any(self._is_news(step) for step in self.now.history.steps)

    def _is_news(self, step: Step) -> bool:
        entry = step.entry
        return (
            step.counted
            and entry.event != CORRECT
            and (self.within(entry.date) or self.within(entry.recorded))
        )

    @property
    def to_report(self) -> bool:
        """Something was still to be done in the month: counted, not completed throughout, its plan adopted."""
        throughout = is_completed(self.then) and is_completed(self.now) and not self.came_back
        return self.counts and not throughout and not is_unadopted(self.now)

    @property
    def came_back(self) -> bool:
        """Returned or relapsed in the month, whatever became of it since."""
        return self.happened("核验退回") or self.relapsed

    @property
    def relapsed(self) -> bool:
        return any(
            s.counted and s.entry.result == RELAPSED and self.within(s.entry.date)
            for s in self.now.history.steps
        )

    @property
    def completed(self) -> bool:
        """Completed in the month, and still so: claimed in it, or (where acceptance is required) accepted in it."""
        return is_completed(self.now) and (
            self.within(self.now.history.claimed) or not is_completed(self.then)
        )

    @property
    def backfilled(self) -> bool:
        """A fact of an earlier month was recorded in this one."""
        return any(self.is_backfill(step) for step in self.now.history.steps)

    def is_backfill(self, step: Step) -> bool:
        return step.counted and step.entry.date < self.first and self.within(step.entry.recorded)

    @property
    def due_this_month(self) -> bool:
        """Counted, and its effective due, as it is now, lies in the month up to its last day."""
        due = self.now.effective_due
        return self.counts and due is not None and self.first <= due <= month_end(self.day)


def is_completed(standing: Standing) -> bool:
    return standing.status is State.COMPLETED


def is_unadopted(standing: Standing) -> bool:
    """No fact of its plan or of itself is dated by the day, though some are later: the plan was not there yet."""
    plan, day = standing.plan, standing.day
    return bool(plan.log) and not facts(plan.log, day) and not standing.history.steps
