"""The item track of 三单一书: for every item and lead, which clause of domain.md §4.3 fires on a day, and why.

The engine proposes; a person signs.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.measures.clauses import rule_on
from ledger.measures.papers import IssuedRow, issued_rows, of_this_cycle
from ledger.measures.plans import closed_on
from ledger.measures.rulings import Case, Ruling
from ledger.measures.standing import Standing, standings
from ledger.model.ledger import Ledger


def rulings(ledger: Ledger, day: date) -> list[Ruling]:
    """One ruling for every item and each of its leads: by rung, then units as in units.yaml, then items."""
    policy = ledger.policies.on(day)
    known = list(standings(ledger, day))
    register = _Register(_papers(ledger, day), _heirs(known))
    closed = {plan.id: closed_on(plan, day) for plan in ledger.plans}
    result = []
    for standing in known:
        for unit in standing.leads:
            last = register.last(standing, unit)
            level = last.slip.rung if last else 0
            case = Case(standing, unit, policy, ledger.calendar, closed[standing.plan.id], last, level)
            result.append(rule_on(case))
    return sorted(result, key=lambda r: (r.rung or 0, ledger.units.order(r.unit)))


def _papers(ledger: Ledger, day: date) -> dict[str, list[IssuedRow]]:
    by_subject: dict[str, list[IssuedRow]] = {}
    for row in issued_rows(ledger, day):
        if row.slip.track == "item":
            by_subject.setdefault(row.row.subject, []).append(row)
    return by_subject


def _heirs(known: Iterable[Standing]) -> dict[str, list[Standing]]:
    """Item → the items that were split or merged into it: splitting never resets a rung (domain.md §4.4.6)."""
    heirs: dict[str, list[Standing]] = {}
    for standing in known:
        for ref in standing.history.into:
            full = ref if "/" in ref else f"{standing.plan.id}/{ref}"
            heirs.setdefault(full, []).append(standing)
    return heirs


@dataclass(frozen=True, slots=True)
class _Register:
    """Papers by subject, and which items were split or merged into which."""

    papers: dict[str, list[IssuedRow]]
    heirs: dict[str, list[Standing]]

    def last(
        self, standing: Standing, unit: str | None, seen: frozenset[str] = frozenset()
    ) -> IssuedRow | None:
        """The highest paper of this cycle to this lead; an heir of a split or merged item keeps what that had got.

        ``unit`` None looks at every lead's papers: whoever takes over a part takes over its rung.
        """
        cycle = standing.history.cycle
        own = [
            paper
            for paper in self.papers.get(standing.ref, [])
            if unit in {paper.unit, None} and of_this_cycle(paper, standing)
        ]
        parents = self.heirs.get(standing.ref, []) if cycle is None else []
        for parent in parents:
            if parent.ref not in seen:
                inherited = self.last(parent, None, seen | {standing.ref})
                own.extend([inherited] if inherited else [])
        return max(own, key=lambda p: (p.slip.rung, p.issued, p.ref), default=None)
