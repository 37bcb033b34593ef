"""What is decided for one subject and one unit, and all that it is decided from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from ledger.base.days import in_chinese
from ledger.base.workdays import Calendar
from ledger.measures.docking import DockingStanding
from ledger.measures.papers import IssuedRow
from ledger.measures.standing import Standing
from ledger.model.policy import Policy
from ledger.model.slips import RUNGS, Track


class Outcome(StrEnum):
    """What a clause says: nothing to do, wait, issue a paper, put it before the meeting, or wait in the backlog."""

    NONE = "none"
    HOLD = "hold"
    PROPOSE = "propose"
    REFERRAL = "referral"
    BACKLOG = "backlog"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The clause that fired for one subject and one unit. ``rung`` is 1 to 4 when a paper is proposed, else None.

    ``days`` counts past the deadline, negative before it; ``workdays`` are the working days among them. ``standing``
    is the item's, ``docking`` the document's: one of them is there.
    """

    track: Track
    subject: str
    title: str
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
    standing: Standing | None = None
    docking: DockingStanding | None = None

    @property
    def kind(self) -> str | None:
        """The paper's name."""
        return RUNGS[self.rung - 1] if self.rung else None

    @property
    def key(self) -> tuple[str, str, str]:
        """Whose rungs these are; with cycle and rung, what a paper is never issued twice for."""
        return (self.track, self.subject, self.unit)


class _Subject(Protocol):
    @property
    def ref(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def day(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Case:
    """All that the clauses look at. ``level`` is the last rung issued, 0 for none; ``last`` the row that reached it."""

    subject: _Subject
    track: Track
    unit: str
    deadline: date | None
    policy: Policy
    calendar: Calendar
    last: IssuedRow | None
    closed: date | None = None

    @property
    def day(self) -> date:
        return self.subject.day

    @property
    def level(self) -> int:
        return self.last.slip.rung if self.last else 0

    @property
    def days(self) -> int | None:
        return (self.day - self.deadline).days if self.deadline is not None else None

    @property
    def workdays(self) -> int:
        """Working days past the deadline; 0 before it."""
        return self.calendar.between(self.deadline, self.day) if self.deadline is not None else 0

    @property
    def paper(self) -> str:
        """The last paper, as sentences name it; nothing where there is none. An heir's may be its parent's."""
        last = self.last
        if last is None:
            return ""
        parent = f"，原为{last.row.subject}" if last.row.subject != self.subject.ref else ""
        return f"{last.slip.kind}{last.slip.id}（{in_chinese(last.issued)}签发{parent}）"

    def past(self, what: str) -> str:
        """``what`` with its day and how far that is away."""
        if self.days is None or self.deadline is None:
            return ""
        if self.days > 0:
            reached = f"至{in_chinese(self.day)}逾期{self.days}天（工作日{self.workdays}天）"
        else:
            reached = f"还有{-self.days}天" if self.days else "当日到期"
        return f"{what}{in_chinese(self.deadline)}，{reached}"

    def ruling(self, clause: str, outcome: Outcome, because: str, rung: int | None = None) -> Ruling:
        subject = self.subject
        return Ruling(
            track=self.track,
            subject=subject.ref,
            title=subject.title,
            unit=self.unit,
            clause=clause,
            outcome=outcome,
            rung=rung,
            level=self.level,
            due=self.deadline,
            days=self.days,
            workdays=self.workdays,
            last=self.last,
            because=because,
            standing=subject if isinstance(subject, Standing) else None,
            docking=subject if isinstance(subject, DockingStanding) else None,
        )

    def none(self, clause: str, because: str) -> Ruling:
        return self.ruling(clause, Outcome.NONE, because)

    def hold(self, clause: str, because: str) -> Ruling:
        return self.ruling(clause, Outcome.HOLD, because)

    def propose(self, clause: str, rung: int, because: str) -> Ruling:
        return self.ruling(clause, Outcome.PROPOSE, because, rung)
