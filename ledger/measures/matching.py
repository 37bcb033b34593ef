"""What documents from above ask, and which items here answer it: central → provincial → city (S3, S4)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.measures.docking import DockingStanding, docking_standing, docking_standings
from ledger.measures.docking_duties import docking_duties
from ledger.measures.holdings import courses, within
from ledger.measures.papers import issued_rows
from ledger.measures.standing import Standing, standings
from ledger.model.duty import Duty
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.upstream import REGISTER, Requirement, UpstreamDocument


@dataclass(frozen=True, slots=True)
class Match:
    """A task from above. ``items`` answer it, its own or by way of the tasks below it, which are named in ``through``."""

    course: Course[Requirement]
    docking: DockingStanding
    items: tuple[Standing, ...]
    through: tuple[str, ...]

    @property
    def document(self) -> UpstreamDocument:
        return self.docking.document

    @property
    def outcome(self) -> str:
        """``matched``, ``no_need``, ``pending`` while our own plan is not yet due, or ``gap``."""
        if self.items:
            return "matched"
        if self.course.record.no_need:
            return "no_need"
        limit = self.docking.companion_due
        waits = self.docking.settled is None and (limit is None or limit >= self.course.day)
        return "pending" if waits else "gap"


@dataclass(frozen=True, slots=True)
class Docked:
    """A document from above with its clocks, what it asks of whom, and what became of its tasks."""

    course: Course[UpstreamDocument]
    docking: DockingStanding
    duties: tuple[Duty, ...]
    matches: tuple[Match, ...]


def matches(ledger: Ledger, day: date, known: Iterable[Standing] | None = None) -> Iterator[Match]:
    """Every task of the documents that are known on the day, in the order of the register; ``known`` are the items."""
    items = {s.ref: s for s in (standings(ledger, day) if known is None else known)}
    tasks = [
        (docking_standing(document.record, ledger, day), task)
        for document in courses(ledger, day, REGISTER)
        if not document.record.log or document.facts
        for task in within(document, "items")
    ]
    records = {task.ref: task.record for _, task in tasks}
    for docking, task in tasks:
        below = _below(task.ref, records)
        refs = dict.fromkeys(ref for name in (task.ref, *below) for ref in records[name].matched)
        found = tuple(items[ref] for ref in refs if ref in items)
        yield Match(task, docking, found, below)


def _below(ref: str, records: Mapping[str, Any]) -> tuple[str, ...]:
    """Tasks of lower documents that take it up, nearest first; what names itself in a circle is taken once."""
    found: dict[str, None] = {}
    asked = [ref]
    while asked:
        above = asked.pop(0)
        for name, record in records.items():
            if record.parent == above and name != ref and name not in found:
                found[name] = None
                asked.append(name)
    return tuple(found)


def docked(ledger: Ledger, day: date) -> Iterator[Docked]:
    """Every document known on the day, with its clocks."""
    papers = [p for p in issued_rows(ledger, day) if not p.withdrawn]
    clocks = docking_standings(ledger, day, papers)
    by_document: dict[str, list[Match]] = {}
    for match in matches(ledger, day):
        by_document.setdefault(match.docking.ref, []).append(match)
    owed: dict[str, list[Duty]] = {}
    for duty in docking_duties(ledger, day, []):
        owed.setdefault(duty.ref, []).append(duty)
    for course in courses(ledger, day, REGISTER):
        if not course.record.log or course.facts:
            own = sorted(owed.get(course.ref, ()), key=lambda d: (d.due, d.what, d.unit))
            tasks = tuple(by_document.get(course.ref, ()))
            yield Docked(course, clocks[course.ref], tuple(own), tasks)
