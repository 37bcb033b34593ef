"""What is decided for one item and one lead, and all that it is decided from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.base.workdays import Calendar
from ledger.measures.papers import IssuedRow
from ledger.measures.standing import Standing
from ledger.model.policy import Ladder, Policy
from ledger.model.slips import RUNGS


class Outcome(StrEnum):
    """What a clause says: nothing to do, wait, issue a paper, or put it before the meeting."""

    NONE = "none"
    HOLD = "hold"
    PROPOSE = "propose"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The clause that fired for one item and one lead. ``rung`` is 1 to 4 when a paper is proposed, else None.

    ``days`` counts past the deadline, negative before it; ``workdays`` are the working days among them.
    """

    standing: Standing
    unit: str
    clause: str
    outcome: Outcome
    rung: int | None
    level: int
    due: date | None
    days: int | None
    workdays: int
    last: IssuedRow | None
    because: str

    @property
    def kind(self) -> str | None:
        """The paper's name."""
        return RUNGS[self.rung - 1] if self.rung else None


@dataclass(frozen=True, slots=True)
class Case:
    """All that the clauses look at."""

    standing: Standing
    unit: str
    policy: Policy
    calendar: Calendar
    closed: date | None
    last: IssuedRow | None
    level: int

    @property
    def day(self) -> date:
        return self.standing.day

    @property
    def days(self) -> int | None:
        deadline = self.standing.deadline
        return (self.day - deadline).days if deadline is not None else None

    @property
    def workdays(self) -> int:
        """Working days past the deadline; 0 before it."""
        deadline = self.standing.deadline
        return self.calendar.between(deadline, self.day) if deadline is not None else 0

    @property
    def ladder(self) -> Ladder:
        return self.policy.ladder
