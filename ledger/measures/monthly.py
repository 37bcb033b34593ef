"""Figures of a month: items by what happened to them in it, seen from its last day (or the day that is asked for).

Each is a predicate like those of :mod:`ledger.measures.progress`, so ``ledger items --status`` lists what it counts.
The month runs from the first of the day's calendar month through the day.
"""

from collections.abc import Callable
from datetime import timedelta

from ledger.base.days import month_end
from ledger.measures.causes import is_stuck
from ledger.measures.standing import Standing
from ledger.measures.turn import Turn, is_completed, is_unadopted
from ledger.model.events import CORRECT
from ledger.model.items import State, sends_back


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
    "due_and_completed": ("本月到期已完成", lambda t: t.due_this_month and is_completed(t.now)),
    "due_next_month": ("下月到期", lambda t: _due_next_month(t.now)),
    "completed_this_month": ("本月完成", lambda t: t.completed),
    "reopened": ("完成后退回", lambda t: t.counts and is_completed(t.then) and not is_completed(t.now)),
    "newly_overdue": ("新增逾期", lambda t: t.now.overdue and not t.then.overdue),
    "no_longer_overdue": ("解除逾期", lambda t: t.then.overdue and not t.now.overdue),
    "overdue_to_30": ("逾期30天以内", lambda t: 0 < t.now.overdue_days <= 30),
    "overdue_31_to_60": ("逾期31至60天", lambda t: 30 < t.now.overdue_days <= 60),
    "overdue_over_60": ("逾期超过60天", lambda t: t.now.overdue_days > 60),
    "stuck": ("逾期或暂缓", lambda t: is_stuck(t.now)),
    "unverified": ("待核验", lambda t: t.now.is_claimed and not t.now.accepted),
    "accepted_this_month": ("本月核验通过", lambda t: t.happened("核验通过")),
    "returned_this_month": ("本月核验退回", lambda t: t.happened("核验退回")),
    "extended_this_month": ("本月批准延期", lambda t: t.happened("批准延期")),
    "suspended_this_month": ("本月暂缓", lambda t: t.happened("暂缓")),
    "self_checked_this_month": ("本月自查", lambda t: t.happened("自查")),
    "publicized_this_month": ("本月公示", lambda t: t.happened("公示")),
    "publicizing": ("公示中", lambda t: _is_public(t.now)),
    "closed": ("已销号", lambda t: t.now.history.closed is not None),
    "closed_this_month": ("本月销号", lambda t: t.within(t.now.history.closed)),
    "to_close": ("待销号", lambda t: t.now.accepted and t.now.history.closed is None),
    "looked_back_this_month": ("本月回头看", lambda t: t.happened("回头看")),
    "relapsed_this_month": ("本月反弹", lambda t: t.relapsed),
    "added": ("新计入", lambda t: t.counts and not is_unadopted(t.now) and not t.counted_then),
    "removed": ("移出计数", lambda t: t.counted_then and not t.counts),
    "comparable": ("两月可比", lambda t: t.counts and t.counted_then),
    "comparable_completed": ("可比中已完成", lambda t: t.counted_then and is_completed(t.now)),
    "comparable_completed_before": (
        "可比中上月已完成",
        lambda t: t.counts and t.counted_then and is_completed(t.then),
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


def _is_public(standing: Standing) -> bool:
    """Accepted, not struck off, and on public notice on the day."""
    if not standing.accepted or standing.history.closed is not None:
        return False
    last = None
    for step in standing.history.steps:
        if step.counted and step.entry.event == "公示":
            last = step.entry.until
        elif step.counted and sends_back(step.entry):
            last = None
    return last is not None and last >= standing.day
