"""Two issues of the bulletin, each computed from its own files and on its own day, and what lies between them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ledger.base.diagnostics import Place, Spot
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.effect import Effect, Side
from ledger.measures.comparing.happenings import Happened, happenings
from ledger.measures.papers import issued_on
from ledger.model.bulletins import Head
from ledger.model.ledger import Ledger
from ledger.model.numbers import register_order
from ledger.model.slips import Slip
from ledger.reports.bulletin.correction import Restated, restated
from ledger.reports.bulletin.edition import Edition


@dataclass(frozen=True, slots=True)
class Issue:
    """``path`` from the repository's top; ``source`` says where its files were found: 提交 0123456789ab."""

    path: str
    head: Head
    edition: Edition
    source: str

    @property
    def day(self) -> date:
        return self.head.day

    @property
    def ledger(self) -> Ledger:
        return self.edition.month.ledger

    @property
    def name(self) -> str:
        """2017年第10期."""
        return f"{self.edition.issue}{'（草稿）' if self.head.draft else ''}"


@dataclass(frozen=True)
class Issues:
    """The earlier issue and the later one; ``place`` finds a line of the later one's files.

    ``again`` is the earlier one as the later one's files give it, ``found`` what was done to records that bears on its day.
    """

    before: Issue
    after: Issue
    again: Edition
    found: Sequence[Change]
    place: Callable[[Spot], Place]

    @cached_property
    def effect(self) -> Effect:
        """Each side on its own day."""
        before, after = self.before, self.after
        return Effect(Side(before.ledger, before.day), Side(after.ledger, after.day))

    @cached_property
    def happened(self) -> list[Happened]:
        return happenings(self.effect)

    @cached_property
    def restated(self) -> list[Restated]:
        """Numbers of the earlier issue that are others by now: facts of its time were recorded later, or rewritten."""
        return restated(self.before.edition, self.again)

    @cached_property
    def papers(self) -> list[Slip]:
        """Issued after the earlier day, and not void on the later one."""
        signed = {slip.id: issued_on(slip, self.after.day) for slip in self.after.ledger.slips}
        between = {name for name, day in signed.items() if day is not None and day > self.before.day}
        return sorted((s for s in self.after.ledger.slips if s.id in between), key=register_order)
