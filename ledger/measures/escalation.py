"""三单一书: for every item and lead, and every document from above, which clause fires on a day, and why.

The engine proposes; a person signs.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ledger.measures.clauses import rule_on
from ledger.measures.descent import Descent
from ledger.measures.docking import by_id, docking_standing
from ledger.measures.docking_clauses import rule_on_docking
from ledger.measures.papers import IssuedRow, decided_rows, of_this_cycle, since_issue
from ledger.measures.plans import closed_on
from ledger.measures.rulings import Case, Outcome, Ruling
from ledger.measures.standing import Standing, standings
from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder


def rulings(ledger: Ledger, day: date, known: Iterable[Standing] | None = None) -> list[Ruling]:
    """One ruling for every item and each of its leads, and for every document and each unit that has to act.

    By rung, then units as in units.yaml, then subjects as in the ledger, items before documents. ``known`` saves
    judging the items again.
    """
    judged = list(standings(ledger, day)) if known is None else list(known)
    papers = [p for p in decided_rows(ledger, day) if not p.withdrawn]
    found = [*_of_items(ledger, day, judged, papers), *_of_documents(ledger, day, papers)]
    ruled = _spared(found, papers, ledger.policies.on(day).ladder, day)
    return sorted(ruled, key=lambda r: (r.rung or 0, ledger.units.order(r.unit)))


def _of_items(ledger: Ledger, day: date, judged: list[Standing], papers: list[IssuedRow]) -> Iterator[Ruling]:
    policy = ledger.policies.on(day)
    register = _Register(ledger, _by_subject(papers, "item"), Descent(ledger.items() if papers else ()))
    closed = {plan.id: closed_on(plan, day) for plan in ledger.plans}
    for standing in judged:
        for unit in standing.leads:
            last = register.last(standing, unit)
            case = Case(
                standing,
                "item",
                unit,
                standing.deadline,
                policy,
                ledger.calendar,
                last,
                closed[standing.plan.id],
            )
            yield rule_on(case, standing)


def _of_documents(ledger: Ledger, day: date, papers: list[IssuedRow]) -> Iterator[Ruling]:
    """Before receipt the task group is asked, after it each lead: never two rungs of one document at once."""
    policy, by_subject = ledger.policies.on(day), _by_subject(papers, "docking")
    for document in by_id(ledger.upstream):
        own = by_subject.get(document.id, [])
        standing = docking_standing(document, ledger, day, own)
        received = standing.received is not None
        deadline = standing.companion_due if received else standing.notice_due
        for unit in standing.responsible if received else standing.addressees:
            last = _highest(p for p in own if p.unit == unit) or _highest(p for p in own if p.slip.rung == 1)
            yield rule_on_docking(
                Case(standing, "docking", unit, deadline, policy, ledger.calendar, last), standing
            )


def _spared(found: list[Ruling], papers: list[IssuedRow], ladder: Ladder, day: date) -> list[Ruling]:
    """In a ledger older than its use, at most ``backlog_cap`` rows a unit enter the ladder in one run.

    Backlog is what was past its limit before ``adopted_on`` and never got a paper; the longest overdue go first.
    What entered on the same day counts: running a month again lets nobody in.
    """
    if ladder.adopted_on is None or ladder.backlog_cap is None:
        return found
    prompts = {
        track: _by_subject((p for p in papers if p.slip.rung == 1), track) for track in ("item", "docking")
    }
    backlog: dict[str, list[Ruling]] = {}
    entered: Counter[str] = Counter()
    for ruling in found:
        if ruling.due is None or ruling.due >= ladder.adopted_on:
            continue
        if ruling.rung == 2 and ruling.level == 0:
            backlog.setdefault(ruling.unit, []).append(ruling)
        entered[ruling.unit] += _entered(ruling, prompts[ruling.track].get(ruling.subject, []), day)
    spared = {
        r.key
        for unit, rows in backlog.items()
        for r in sorted(rows, key=lambda r: -(r.days or 0))[max(0, ladder.backlog_cap - entered[unit]) :]
    }
    return [_wait(r, ladder) if r.rung and r.key in spared else r for r in found]


def _entered(ruling: Ruling, prompts: list[IssuedRow], day: date) -> bool:
    """Whether the first paper of the ruling's subject was a 交办单 that a run on this day brought."""
    last = ruling.last
    if last is None or last.slip.rung != 2 or last.slip.as_of != day or last.row.subject != ruling.subject:
        return False
    standing = ruling.standing
    if standing is None:
        return not prompts
    return not any(p.unit == ruling.unit and of_this_cycle(p, standing) for p in prompts)


def _wait(ruling: Ruling, ladder: Ladder) -> Ruling:
    because = f"{ruling.because}；起用发单（{ladder.adopted_on}）以前的积压，每次每单位至多{ladder.backlog_cap}行，本次未排到"
    return replace(ruling, outcome=Outcome.BACKLOG, rung=None, because=because)


def _by_subject(papers: Iterable[IssuedRow], track: str) -> dict[str, list[IssuedRow]]:
    found: dict[str, list[IssuedRow]] = {}
    for row in papers:
        if row.slip.track == track:
            found.setdefault(row.row.subject, []).append(row)
    return found


def _highest(papers: Iterable[IssuedRow]) -> IssuedRow | None:
    return max(papers, key=lambda p: (p.slip.rung, p.issued, p.ref), default=None)


@dataclass(frozen=True, slots=True)
class _Register:
    """Papers by subject, and which items were split or merged into which."""

    ledger: Ledger
    papers: dict[str, list[IssuedRow]]
    descent: Descent

    def last(self, standing: Standing, unit: str) -> IssuedRow | None:
        """The highest paper of this cycle to this lead; an heir of a split or merged item keeps what that had got.

        Whoever takes over a part takes over its rung, whichever lead that was issued to.
        """
        own = [paper for paper in self._of_cycle(standing) if paper.unit == unit]
        if standing.ref in self.descent:
            cycle = standing.history.cycle
            for ancestor in self.descent.ancestors(standing.ref, self.ledger, standing.day, cycle):
                own.extend(since_issue(paper, standing) for paper in self._of_cycle(ancestor))
        return _highest(own)

    def _of_cycle(self, standing: Standing) -> list[IssuedRow]:
        papers = self.papers.get(standing.ref, ())
        return [since_issue(paper, standing) for paper in papers if of_this_cycle(paper, standing)]
