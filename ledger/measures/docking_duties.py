"""What documents from above ask: notice in 3 days, the arrangement, the companion plan in half a year."""

from collections.abc import Iterator
from datetime import date

from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.papers import issued_rows
from ledger.measures.standing import Standing
from ledger.model.duty import COMPANION, FEEDBACK, NOTICE, Duty
from ledger.model.ledger import Ledger


def docking_duties(ledger: Ledger, day: date, _: list[Standing]) -> Iterator[Duty]:
    """Notice in 3 days after adoption above (S1), the group's arrangement, the companion plan in half a year."""
    rows = [p for p in issued_rows(ledger, day) if not p.withdrawn]
    prompted = {p.row.subject for p in rows if p.slip.track == "docking" and p.slip.rung == 1}
    office = ledger.units.current(ledger.settings.office, day)
    for standing in docking_standings(ledger, day, rows).values():
        yield from _of_document(standing, office, prompted=standing.ref in prompted)


def _of_document(standing: DockingStanding, office: str, *, prompted: bool) -> Iterator[Duty]:
    """What was received needs no notice any more: that it was missed stays in the register."""
    ref, title = standing.ref, standing.title
    if standing.notice_due is not None and office:
        settle = f"ledger record {ref} 对接提示 --by {office}"
        yield Duty(ref, NOTICE, office, standing.notice_due, standing.noticed, title, settle)
    if standing.feedback_due is not None and not prompted:  # else it is the reply to the prompt
        for unit in standing.addressees:
            settle = f"ledger record {ref} 反馈安排 --by {unit}"
            yield Duty(ref, FEEDBACK, unit, standing.feedback_due, standing.arranged, title, settle)
    if standing.companion_due is not None:
        settle = f"ledger record {ref} 配套印发 --plan 方案编号"
        for lead in standing.responsible:
            yield Duty(ref, COMPANION, lead, standing.companion_due, standing.settled, title, settle)
