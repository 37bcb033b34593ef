"""What becomes of one row that a unit filled in."""

from dataclasses import dataclass, replace
from enum import StrEnum

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.loading.returns.returned import Filled


class Outcome(StrEnum):
    """ENTRY: something is to be recorded. KNOWN: the ledger says it already. IDLE: 无进展. HELD: nobody can tell."""

    ENTRY = "entry"
    KNOWN = "known"
    IDLE = "idle"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Verdict:
    """``event`` is what to record of an ENTRY, ``fault`` why a row is HELD, or what to look at in one that is not."""

    unit: str
    filled: Filled
    outcome: Outcome
    event: str = ""
    fault: Diagnostic | None = None

    @property
    def ref(self) -> str:
        return self.filled.sent.ref

    def held(self, code: str, head: str, message: str, hint: str) -> "Verdict":
        """The same row, kept out of the ledger because of the cell under ``head``."""
        fault = Diagnostic(code, Severity.ERROR, f"{self.ref} {message}，没有收", self.place(head), hint)
        return replace(self, outcome=Outcome.HELD, event="", fault=fault)

    def known(self) -> "Verdict":
        """The same row, which says no more than another one."""
        return replace(self, outcome=Outcome.KNOWN, event="")

    def place(self, head: str) -> Place:
        return self.filled.places[head]
