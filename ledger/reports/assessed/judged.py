"""What becomes of one row of a 督察评估事项表 that somebody filled in."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.loading.returns.assessed import CONCLUSION, REMARK, SentSheet
from ledger.loading.returns.sheet_form import RowBack


class Outcome(StrEnum):
    """ENTRY: something is to be recorded. SAME: the ledger says so. TOLD: it says otherwise. HELD: it cannot be taken."""

    ENTRY = "entry"
    SAME = "same"
    TOLD = "told"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding: whoever leads the item rectifies it by ``due``; ``known``: the inspection holds it already."""

    title: str
    text: str
    unit: str
    due: date
    known: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """``event`` and ``note`` are what to record of an ENTRY; of a HELD row neither that nor the problem is taken.

    ``title`` and ``state`` are the item's in the ledger now.
    """

    sent: SentSheet
    row: RowBack
    title: str
    state: str
    outcome: Outcome
    event: str = ""
    note: str = ""
    problem: Problem | None = None
    faults: tuple[Diagnostic, ...] = ()

    @property
    def ref(self) -> str:
        return self.row.ref

    @property
    def conclusion(self) -> str:
        return self.row.texts[CONCLUSION]

    @property
    def remark(self) -> str:
        return " ".join(self.row.texts[REMARK].split())

    @property
    def finds(self) -> Problem | None:
        """The problem, where it is new and the row is taken."""
        problem = self.problem
        return problem if problem and not problem.known and self.outcome is not Outcome.HELD else None

    def place(self, head: str) -> Place:
        return self.row.places[head]

    def held(self, code: str, head: str, message: str, hint: str) -> "Judged":
        fault = Diagnostic(code, Severity.ERROR, f"{self.ref} {message}，没有收", self.place(head), hint)
        return replace(self, outcome=Outcome.HELD, event="", faults=(*self.faults, fault))

    def told(self, code: str, head: str, message: str, hint: str) -> "Judged":
        """The same row with a warning."""
        fault = Diagnostic(code, Severity.WARNING, f"{self.ref} {message}", self.place(head), hint)
        return replace(self, faults=(*self.faults, fault))
