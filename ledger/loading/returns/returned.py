"""What a unit said in a packed workbook that came back, and what it did to the sheet."""

from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Place, Severity
from ledger.loading.returns.sent import Sent, SentRow
from ledger.loading.returns.sheet_form import plain


@dataclass(frozen=True, slots=True)
class Filled:
    """What the unit wrote in the row of one item: ``state`` without blanks, ``note`` as written, ``evidence`` one text.

    ``places`` are the cells by their heads.
    """

    sent: SentRow
    places: dict[str, Place]
    state: str
    note: str
    evidence: str

    @property
    def blank(self) -> bool:
        return not (self.state or self.note or self.evidence)

    @property
    def said(self) -> tuple[str, str, str]:
        return (self.state, plain(self.note), plain(self.evidence))


@dataclass(slots=True)
class Returned:
    """One workbook: a row of ``rows`` for each item that went out and can be read, filled or blank.

    ``lost`` are the references of rows that somebody deleted. ``faults`` also say why other rows are not among them.
    """

    path: str
    sent: Sent
    rows: list[Filled] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)

    @property
    def filled(self) -> list[Filled]:
        return [row for row in self.rows if not row.blank]

    @property
    def unfilled(self) -> list[str]:
        """The items of which the unit says nothing, in the order in which they were sent."""
        blank = {row.sent.ref for row in self.rows if row.blank} | set(self.lost)
        return [row.ref for row in self.sent.rows if row.ref in blank]

    @property
    def unreadable(self) -> int:
        """How many rows may say something that cannot be told for sure."""
        return len(self.sent.rows) - len(self.rows) - len(self.lost)

    @property
    def readable(self) -> bool:
        """Whether there is one sheet with all columns that have to be there."""
        return not any(d.code == "I163" for d in self.faults)

    @property
    def held(self) -> list[Diagnostic]:
        """Why something that was filled in was not read."""
        return [d for d in self.faults if d.severity is Severity.ERROR]

    @property
    def empty(self) -> bool:
        """Nobody wrote anything."""
        return not self.filled and not self.held
