"""回头看 after 销号: the office owes it within the policy's months, where the policy asks for it."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import add_months
from ledger.measures.standing import Standing
from ledger.model.duty import LOOK_BACK, Duty
from ledger.model.ledger import Ledger


def look_backs(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """By the policy in force when the item was struck off. A relapse is a look-back too: then nothing is struck off."""
    office = ledger.office(day)
    for standing in known:
        closed = standing.history.closed
        months = ledger.policies.on(closed).closing.look_back_after if closed else None
        if closed is None or months is None or not office:
            continue
        met = looked_back(standing, closed)
        settle = f"ledger record {standing.ref} 回头看 --by {office} --result 巩固"
        yield Duty(standing.ref, LOOK_BACK, office, add_months(closed, months), met, standing.title, settle)


def looked_back(standing: Standing, closed: date) -> date | None:
    """The first look-back since the item was struck off."""
    facts = (s.entry for s in standing.history.steps if s.counted)
    return next((e.date for e in facts if e.event == "回头看" and e.date >= closed), None)
