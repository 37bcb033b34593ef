"""What documents from above are listed and counted by. What never had a limit is neither in time nor late."""

from collections.abc import Mapping
from datetime import date

from ledger.measures.docking import DockingStanding
from ledger.measures.states import State, next_month, this_month


def _in_time(done: date | None, limit: date | None) -> bool:
    return done is not None and limit is not None and done <= limit


def _late(done: date | None, limit: date | None) -> bool:
    return done is not None and limit is not None and done > limit


def _overdue(ended: date | None, limit: date | None, day: date) -> bool:
    """Still owed, and its last day is over."""
    return ended is None and limit is not None and limit < day


def _companion(document: DockingStanding) -> date | None:
    return document.companion.date if document.companion else None


def _known(document: DockingStanding) -> bool:
    """There on the day: a fact is dated by then, or none is dated at all."""
    log = document.document.log
    return not log or any(e.date <= document.day for e in log)


DOCKING_STATES: Mapping[str, State[DockingStanding]] = {
    "known": State("已登记", lambda d, _: _known(d)),
    "open": State("未办结", lambda d, _: d.settled is None and _known(d)),
    "settled": State("已办结", lambda d, _: d.settled is not None),
    "adopted_this_month": State("本月通过", lambda d, day: this_month(d.adopted, day)),
    "notified_in_time": State("按期提示", lambda d, _: _in_time(d.notified, d.notice_due)),
    "notified_late": State("逾期提示", lambda d, _: _late(d.notified, d.notice_due)),
    "notice_overdue": State("提示逾期未办", lambda d, day: _overdue(d.noticed, d.notice_due, day)),
    "arranged_in_time": State("按期反馈", lambda d, _: _in_time(d.fed_back, d.feedback_due)),
    "arranged_late": State("逾期反馈", lambda d, _: _late(d.fed_back, d.feedback_due)),
    "arrangement_overdue": State("反馈逾期未办", lambda d, day: _overdue(d.arranged, d.feedback_due, day)),
    "received_this_month": State("本月收文", lambda d, day: this_month(d.received, day)),
    "companion_issued": State("已配套", lambda d, _: d.companion is not None),
    "exempt": State("免于配套", lambda d, _: d.exempt is not None),
    "companion_in_time": State("按期配套", lambda d, _: _in_time(_companion(d), d.companion_due)),
    "companion_late": State("逾期配套", lambda d, _: _late(_companion(d), d.companion_due)),
    "companion_overdue": State("配套逾期未办", lambda d, day: _overdue(d.settled, d.companion_due, day)),
    "companion_due_next_month": State(
        "下月配套到期", lambda d, day: d.settled is None and next_month(d.companion_due, day)
    ),
}
