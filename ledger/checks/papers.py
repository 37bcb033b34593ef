"""Issued papers and their rows with the places where they stand, for the rules about 三单一书."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Spot
from ledger.checks.logs import number_of
from ledger.measures.papers import reviewed
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.slips import ROW_EVENTS, SLIP_EVENTS, Row, RowState, Slip
from ledger.model.walks import counted, walk


@dataclass(frozen=True, slots=True)
class PlacedSlip:
    """A paper that was signed. ``void`` is the day of its 作废: from then on it presses nobody."""

    slip: Slip
    path: str
    issue: Entry
    void: date | None

    @property
    def issued(self) -> date:
        return self.issue.date

    def spot(self, *steps: str | int) -> Spot:
        return Spot(self.path, steps)

    def issue_spot(self, key: str) -> Spot:
        """Where the ``key`` of its 签发 stands."""
        return Spot(self.path, ("log", number_of(self.issue, self.slip.log), key))

    def rows(self) -> Iterator["PlacedRow"]:
        for n, row in enumerate(self.slip.rows):
            yield PlacedRow(self, row, n)


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of such a paper, and its number in the file."""

    paper: PlacedSlip
    row: Row
    number: int

    @property
    def slip(self) -> Slip:
        return self.paper.slip

    @property
    def ref(self) -> str:
        return f"{self.slip.id}/{self.row.id}"

    def spot(self, *steps: str | int) -> Spot:
        """Where ``steps`` lead to within the row."""
        return self.paper.spot("rows", self.number, *steps)

    def entry_spot(self, entry: Entry, key: str) -> Spot:
        return self.spot("log", number_of(entry, self.row.log), key)

    def facts(self) -> list[Entry]:
        """The entries of its log that count, by date."""
        return counted(ROW_EVENTS, self.row.log, date.max) if self.row.log else []

    @property
    def ended(self) -> date | None:
        """The day from which it presses nobody: its paper was made void, or it was quashed on an objection."""
        days = [self.paper.void] if self.paper.void else []
        if any(e.event == "复核" for e in self.row.log):
            strides = walk(ROW_EVENTS, self.row.log, date.max, reviewed)
            days.extend(s.entry.date for s in strides if s.counted and s.after == RowState.WITHDRAWN)
        return min(days, default=None)


def issued_slips(ledger: Ledger) -> Iterator[PlacedSlip]:
    """Every paper that was ever signed, by id."""
    for slip in ledger.slips:
        facts = counted(SLIP_EVENTS, slip.log, date.max)
        issue = next((e for e in facts if e.event == "签发"), None)
        if issue is not None:
            void = next((e.date for e in facts if e.event == "作废"), None)
            yield PlacedSlip(slip, ledger.paths["slip", slip.id], issue, void)


def standing_slips(ledger: Ledger) -> Iterator[PlacedSlip]:
    """Those that were not made void. A void one keeps its number and presses nobody."""
    return (paper for paper in issued_slips(ledger) if paper.void is None)


def standing_rows(ledger: Ledger) -> Iterator[PlacedRow]:
    """Their rows, without those that were quashed."""
    return (row for paper in standing_slips(ledger) for row in paper.rows() if row.ended is None)
