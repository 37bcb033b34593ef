"""Papers already issued, as known on a day: which stand, what their rows were answered, what has lapsed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.base.days import days_after
from ledger.measures.standing import Standing
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy
from ledger.model.slips import QUASHED, ROW_EVENTS, SLIP_EVENTS, Row, RowState, Slip
from ledger.model.walks import counted, walk

RETURNS_THAT_COUNT = 2
"""A reply returned twice counts as no reply (domain.md §4.4.7)."""


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A row of a paper that was not made void. ``unit`` as it is called on the day.

    ``replied`` is the day of the reply that stands, the first that was not sent back; ``frozen_until`` the last day on which an objection keeps the next
    rung away; ``objected`` the day of that objection. ``reply_moved`` and
    ``limit_moved`` are the days by which suspensions of its item have moved its limits (domain.md §4.3 E2, §4.4.3).
    """

    slip: Slip
    row: Row
    unit: str
    issued: date
    state: RowState
    replied: date | None = None
    returns: int = 0
    objected: date | None = None
    frozen_until: date | None = None
    reply_moved: int = 0
    limit_moved: int = 0

    @property
    def reply_due(self) -> date:
        return days_after(self.slip.reply_due, self.reply_moved)

    @property
    def limit(self) -> date | None:
        """The last day to finish by."""
        return days_after(self.row.limit, self.limit_moved) if self.row.limit is not None else None

    @property
    def ref(self) -> str:
        return f"{self.slip.id}/{self.row.id}"

    @property
    def rejected(self) -> bool:
        """The reply was sent back and nothing came since."""
        return self.state is RowState.RETURNED

    @property
    def accepted(self) -> bool:
        return self.state is RowState.ACCEPTED

    @property
    def withdrawn(self) -> bool:
        """An objection to it was upheld: it stays in the register and presses nobody."""
        return self.state is RowState.WITHDRAWN

    @property
    def spurned(self) -> bool:
        """Sent back twice: that is no reply at all, unless a later one was accepted."""
        return self.returns >= RETURNS_THAT_COUNT and not self.accepted

    @property
    def answered(self) -> bool:
        """A reply stands: it was not sent back, or another came; sent back twice is none."""
        return self.replied is not None and not self.rejected and not self.spurned

    @property
    def replied_in_time(self) -> bool:
        return self.answered and self.replied is not None and self.replied <= self.reply_due

    def lapsed(self, day: date) -> bool:
        """The day to finish by is over."""
        return self.limit is not None and self.limit < day

    def frozen(self, day: date) -> bool:
        """An objection waits for its review."""
        return self.frozen_until is not None and day <= self.frozen_until


def issued_on(slip: Slip, day: date) -> date | None:
    """The day of 签发; None while it is not issued, and when it was made void (作废) by ``day``."""
    facts = counted(SLIP_EVENTS, slip.log, day)
    issue = next((e for e in facts if e.event == "签发"), None)
    if issue is None or any(e.event == "作废" for e in facts):
        return None
    return issue.date


def signed_on(slip: Slip, day: date) -> date | None:
    """The day of 签发 even of a paper that was made void; None while it is not signed."""
    return next((e.date for e in counted(SLIP_EVENTS, slip.log, day) if e.event == "签发"), None)


def issued_rows(ledger: Ledger, day: date) -> Iterator[IssuedRow]:
    """Every row that was issued by ``day`` and stands on it, papers by id, rows as written."""
    for slip in ledger.slips:
        issued = issued_on(slip, day)
        if issued is not None:
            yield from _rows(slip, issued, ledger, day)


def decided_rows(ledger: Ledger, day: date) -> Iterator[IssuedRow]:
    """Every row whose case was judged by ``day``, though its 签发 may be dated some days later.

    A case that was decided is not decided again: running a month twice proposes nothing twice (domain.md §4.4.11).
    """
    for slip in ledger.slips:
        issued = issued_on(slip, day)
        if issued is None and slip.as_of <= day:
            ever = issued_on(slip, date.max)
            issued = ever if ever is not None and ever > day else None
        if issued is not None:
            yield from _rows(slip, issued, ledger, day)


def policy_of(slip: Slip, ledger: Ledger) -> Policy:
    """The version that was applied, and that its paper tells."""
    return ledger.policies.on(slip.policy or slip.as_of)


def _rows(slip: Slip, issued: date, ledger: Ledger, day: date) -> Iterator[IssuedRow]:
    unit, ladder = ledger.units.current(slip.unit, day), policy_of(slip, ledger).ladder
    for row in slip.rows:
        yield _row(slip, row, unit, issued, ladder, day)


def _row(slip: Slip, row: Row, unit: str, issued: date, ladder: Ladder, day: date) -> IssuedRow:
    """The row as its log leaves it. An objection later than its limit after 签发 is out of time and does nothing."""
    if not row.log:
        return IssuedRow(slip, row, unit, issued, RowState.AWAITING)
    state: str = RowState.AWAITING
    replied = objected = frozen = None
    returns = 0
    for stride in walk(ROW_EVENTS, row.log, day, reviewed):
        if not stride.counted:
            continue
        state, when = stride.after, stride.entry.date
        match stride.entry.event:
            case "回复":
                replied = replied or when
            case "退回":
                replied, returns = None, returns + 1
            case "异议" if when <= days_after(issued, ladder.objection_within):
                objected = objected or when  # saying it again gains no time
                frozen = days_after(objected, ladder.review_within)
            case "复核":
                objected = frozen = None
    return IssuedRow(slip, row, unit, issued, RowState(state), replied, returns, objected, frozen)


def reviewed(entry: Entry, state: str) -> str:
    """The state after an entry that leaves it open: a quashed row (撤销) is withdrawn."""
    return RowState.WITHDRAWN if entry.event == "复核" and entry.result == QUASHED else state


def of_this_cycle(paper: IssuedRow, standing: Standing) -> bool:
    """Whether the item is still in the cycle that it was in on the day the paper was judged."""
    start = standing.cycle_start
    return start is None or start <= paper.slip.as_of


def since_issue(paper: IssuedRow, standing: Standing) -> IssuedRow:
    """The paper with its clock stopped while the item was suspended.

    A limit that had lapsed before is not brought back, and a suspension after the reply makes no late one early.
    """
    if not standing.history.pauses:
        return paper
    reply = _moved(paper.reply_due, paper, standing, paper.replied or standing.day)
    limit = _moved(paper.limit, paper, standing, standing.day) if paper.limit is not None else 0
    return replace(paper, reply_moved=paper.reply_moved + reply, limit_moved=paper.limit_moved + limit)


def _moved(due: date, paper: IssuedRow, standing: Standing, until: date) -> int:
    days = 0
    for pause in standing.history.pauses:
        start = max(pause.start, paper.issued)
        if start <= min(until, days_after(due, days)):
            days += max(0, (min(pause.end(standing.day), until) - start).days)
    return days
