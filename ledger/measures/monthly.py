"""Figures of a month: items by what happened to them in it, seen from its last day (or the day that is asked for).

Each is a predicate like those of :mod:`ledger.measures.progress`, so ``ledger items --status`` lists what it counts.
The month runs from the first of the day's calendar month through the day.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.base.days import month_end
from ledger.measures.facts import facts
from ledger.measures.history import Step
from ledger.measures.progress import IN_COUNT
from ledger.measures.standing import Standing
from ledger.model.events import CORRECT
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
        throughout = _completed(self.then) and _completed(self.now) and not self.came_back
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
        return _completed(self.now) and (self.within(self.now.history.claimed) or not _completed(self.then))

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


def _completed(standing: Standing) -> bool:
    return standing.status is State.COMPLETED


def is_unadopted(standing: Standing) -> bool:
    """No fact of its plan or of itself is dated by the day, though some are later: the plan was not there yet."""
    plan, day = standing.plan, standing.day
    return bool(plan.log) and not facts(plan.log, day) and not standing.history.steps


def _due_next_month(standing: Standing) -> bool:
    first = month_end(standing.day) + timedelta(days=1)
    return (
        standing.is_open and standing.deadline is not None and first <= standing.deadline <= month_end(first)
    )


MONTHLY: dict[str, tuple[str, Callable[[Turn], bool]]] = {
    "updated": ("本月有记录", lambda t: t.updated),
    "to_report": ("应调度", lambda t: t.to_report),
    "reported": ("已调度", lambda t: t.to_report and t.updated),
    "unreported": ("未调度", lambda t: t.to_report and not t.updated),
    "due_this_month": ("本月到期", lambda t: t.due_this_month),
    "due_and_completed": ("本月到期已完成", lambda t: t.due_this_month and _completed(t.now)),
    "due_next_month": ("下月到期", lambda t: _due_next_month(t.now)),
    "completed_this_month": ("本月完成", lambda t: t.completed),
    "reopened": ("完成后退回", lambda t: t.counts and _completed(t.then) and not _completed(t.now)),
    "newly_overdue": ("新增逾期", lambda t: t.now.overdue and not t.then.overdue),
    "no_longer_overdue": ("解除逾期", lambda t: t.then.overdue and not t.now.overdue),
    "overdue_to_30": ("逾期30天以内", lambda t: 0 < t.now.overdue_days <= 30),
    "overdue_31_to_60": ("逾期31至60天", lambda t: 30 < t.now.overdue_days <= 60),
    "overdue_over_60": ("逾期超过60天", lambda t: t.now.overdue_days > 60),
    "stuck": ("逾期或暂缓", lambda t: t.now.overdue or t.now.status is State.SUSPENDED),
    "unverified": ("待核验", lambda t: t.now.is_claimed and not t.now.accepted),
    "accepted_this_month": ("本月核验通过", lambda t: t.happened("核验通过")),
    "returned_this_month": ("本月核验退回", lambda t: t.happened("核验退回")),
    "extended_this_month": ("本月批准延期", lambda t: t.happened("批准延期")),
    "suspended_this_month": ("本月暂缓", lambda t: t.happened("暂缓")),
    "closed": ("已销号", lambda t: t.now.history.closed is not None),
    "closed_this_month": ("本月销号", lambda t: t.within(t.now.history.closed)),
    "to_close": ("待销号", lambda t: t.now.accepted and t.now.history.closed is None),
    "looked_back_this_month": ("本月回头看", lambda t: t.happened("回头看")),
    "relapsed_this_month": ("本月反弹", lambda t: t.relapsed),
    "added": ("新计入", lambda t: t.counts and not is_unadopted(t.now) and not t.counted_then),
    "removed": ("移出计数", lambda t: t.counted_then and not t.counts),
    "comparable": ("两月可比", lambda t: t.counts and t.counted_then),
    "comparable_completed": ("可比中已完成", lambda t: t.counted_then and _completed(t.now)),
    "comparable_completed_before": (
        "可比中上月已完成",
        lambda t: t.counts and t.counted_then and _completed(t.then),
    ),
    "unadopted": ("方案尚未出台", lambda t: t.counts and is_unadopted(t.now)),
    "start_overdue": ("应启动未启动", lambda t: _is_unstarted(t.now)),
    "backfilled": ("本月补记", lambda t: t.backfilled),
    "corrected": ("本月更正", lambda t: t.happened(CORRECT)),
}
"""Name of a figure → what it is called, and which items it counts."""


def _is_unstarted(standing: Standing) -> bool:
    start = standing.item.start
    return (
        standing.status is State.NOT_STARTED
        and start is not None
        and start.last is not None
        and start.last < standing.day
    )
