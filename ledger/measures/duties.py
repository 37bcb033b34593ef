"""Duties: somebody owes something by a day. Overdue, upcoming and a unit's page are folds of these.

A register names its duties in its own file; those that lean on more than their own log have a function in ``SOURCES``.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ledger.measures.docking_duties import docking_duties
from ledger.measures.holdings import register_duties
from ledger.measures.item_duties import item_duties, verifications
from ledger.measures.look_backs import look_backs
from ledger.measures.paper_duties import paper_duties
from ledger.measures.plan_progress import break_down_duties
from ledger.measures.scoring.consulting_duties import consulting_duties
from ledger.measures.standing import Standing, standings
from ledger.model.duty import Duty
from ledger.model.ledger import Ledger


def duties(ledger: Ledger, day: date, known: Iterable[Standing] | None = None) -> list[Duty]:
    """Every duty that stands on ``day``, the longest overdue first; ``known`` saves judging the items again."""
    judged = list(standings(ledger, day)) if known is None else list(known)
    found = [duty for source in SOURCES for duty in source(ledger, day, judged)]
    found.sort(key=lambda d: (d.due, d.ref, d.what, d.unit))
    return found


def owed(found: Iterable[Duty]) -> list[Duty]:
    """Those not yet met."""
    return [d for d in found if d.met_on is None]


SOURCES: tuple[Callable[[Ledger, date, list[Standing]], Iterator[Duty]], ...] = (
    item_duties,
    verifications,
    look_backs,
    paper_duties,
    docking_duties,
    break_down_duties,
    consulting_duties,
    register_duties,
)
