"""What comes next if nothing more is recorded: the first day on which a clause asks for something."""

from dataclasses import dataclass, replace
from datetime import date

from ledger.base.days import days_after, month_end
from ledger.measures.escalation import rulings
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan, ref_of

HORIZON = 400
"""Days looked ahead: every limit of the default ladder is over by then."""


@dataclass(frozen=True, slots=True)
class Next:
    """The ruling that a run on ``day`` would bring; ``monthly`` what the first month-end run after it would."""

    day: date
    ruling: Ruling
    month_end: date
    monthly: Ruling | None


def next_step(ledger: Ledger, ruling: Ruling) -> Next | None:
    """What will be asked of the ruling's unit for its subject; None where nothing is within :data:`HORIZON` days."""
    day = ruling.standing.day if ruling.standing else ruling.docking.day if ruling.docking else None
    if day is None or ruling.outcome in {Outcome.PROPOSE, Outcome.REFERRAL, Outcome.BACKLOG}:
        return None
    narrow = about(ledger, ruling.subject)
    for ahead in range(1, HORIZON + 1):
        when = days_after(day, ahead)
        found = _asked(narrow, ruling, when)
        if found is not None:
            last = month_end(when)
            return Next(when, found, last, _asked(narrow, ruling, last))
    return None


def _asked(narrow: Ledger, ruling: Ruling, day: date) -> Ruling | None:
    unit = narrow.units.current(ruling.unit, day)
    return next(
        (
            r
            for r in rulings(narrow, day)
            if (r.subject, r.unit) == (ruling.subject, unit)
            and r.outcome in {Outcome.PROPOSE, Outcome.REFERRAL}
        ),
        None,
    )


def about(ledger: Ledger, subject: str) -> Ledger:
    """The ledger with what bears on one subject only: the item, those that may have gone into it, its papers."""
    refs = _ancestors(ledger, subject)
    return replace(
        ledger,
        plans=tuple(p for p in (_narrowed(plan, refs) for plan in ledger.plans) if p.items),
        slips=tuple(s for s in ledger.slips if any(row.subject in refs for row in s.rows)),
        upstream=tuple(d for d in ledger.upstream if d.id == subject),
    )


def _narrowed(plan: Plan, refs: set[str]) -> Plan:
    return replace(plan, items=tuple(item for item in plan.items if ref_of(plan, item) in refs))


def _ancestors(ledger: Ledger, subject: str) -> set[str]:
    into: dict[str, set[str]] = {}
    for plan, item in ledger.items():
        for entry in item.log:
            for ref in entry.into or ():
                into.setdefault(ref if "/" in ref else f"{plan.id}/{ref}", set()).add(ref_of(plan, item))
    found, waiting = {subject}, [subject]
    while waiting:
        for parent in into.get(waiting.pop(), set()) - found:
            found.add(parent)
            waiting.append(parent)
    return found
