"""Where a document from above stands on a day: notice, arrangement, receipt, companion plan (S1, S3; domain.md §4.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.base.days import add_months, days_after
from ledger.measures.papers import IssuedRow
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.policy import Docking
from ledger.model.registers.upstream import UPSTREAM_EVENTS, UpstreamDocument
from ledger.model.walks import counted


@dataclass(frozen=True, slots=True)
class DockingStanding:
    """One document on one day. Units are named as they are called on that day.

    A prompt slip is the notice (对接提示), and the reply to it the arrangement (反馈安排). ``notice_due`` and
    ``companion_due`` are last days; None while the clock has not started.
    """

    document: UpstreamDocument
    day: date
    group: str | None
    leads: tuple[str, ...]
    adopted: date | None
    notified: date | None
    fed_back: date | None
    received: date | None
    companion: Entry | None
    exempt: Entry | None
    notice_due: date | None
    feedback_due: date | None
    companion_due: date | None

    @property
    def ref(self) -> str:
        return self.document.id

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def settled(self) -> date | None:
        """When the companion plan was issued, or the document exempted."""
        end = self.companion or self.exempt
        return end.date if end else None

    @property
    def noticed(self) -> date | None:
        """When no notice was owed any more: what was received, or settled, needs none."""
        return self.notified or self.received or self.settled

    @property
    def arranged(self) -> date | None:
        """When no arrangement was owed any more."""
        return self.fed_back or self.settled

    @property
    def addressees(self) -> tuple[str, ...]:
        """Whom a prompt goes to: the task group, or the leads where no group is named."""
        return (self.group,) if self.group else self.leads

    @property
    def responsible(self) -> tuple[str, ...]:
        """Who owes the companion plan: the leads, or the task group where none is named."""
        return self.leads or self.addressees


def docking_standing(
    document: UpstreamDocument, ledger: Ledger, day: date, papers: Iterable[IssuedRow] = ()
) -> DockingStanding:
    """``papers`` are rows issued by ``day``; those of other documents, and quashed ones, are passed over.

    Every limit is that of the policy in force when its clock started.
    """

    def rules(start: date) -> Docking:
        return ledger.policies.on(start).docking

    facts = counted(UPSTREAM_EVENTS, document.log, day)
    prompts = [p for p in papers if p.row.subject == document.id and p.slip.rung == 1 and not p.withdrawn]
    adopted, received = _first(facts, "通过"), _first(facts, "收文")
    notified = _earliest(_first(facts, "对接提示"), *(p.issued for p in prompts))
    fed_back = _earliest(_first(facts, "反馈安排"), *(p.replied for p in prompts if p.answered))
    return DockingStanding(
        document=document,
        day=day,
        group=ledger.units.current(document.group, day) if document.group else None,
        leads=tuple(dict.fromkeys(ledger.units.current(name, day) for name in document.lead)),
        adopted=adopted,
        notified=notified,
        fed_back=fed_back,
        received=received,
        companion=next((e for e in facts if e.event == "配套印发"), None),
        exempt=next((e for e in facts if e.event == "免于配套"), None),
        notice_due=days_after(adopted, rules(adopted).notice_within) if adopted else None,
        feedback_due=ledger.calendar.add(notified, rules(notified).feedback_within) if notified else None,
        companion_due=add_months(received, rules(received).companion_within) if received else None,
    )


def by_id(documents: Iterable[UpstreamDocument]) -> list[UpstreamDocument]:
    """The order in which documents are listed and papers numbered, however the register lists them."""
    return sorted(documents, key=lambda d: d.id)


def docking_standings(ledger: Ledger, day: date, papers: Iterable[IssuedRow]) -> dict[str, DockingStanding]:
    """Every document from above, by id."""
    docking = [p for p in papers if p.slip.track == "docking"]
    return {d.id: docking_standing(d, ledger, day, docking) for d in by_id(ledger.upstream)}


def _first(facts: Iterable[Entry], event: str) -> date | None:
    return next((e.date for e in facts if e.event == event), None)


def _earliest(*days: date | None) -> date | None:
    return min((d for d in days if d is not None), default=None)
