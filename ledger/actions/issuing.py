"""Proposed steps → papers with numbers, signers and limits, not yet written anywhere."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from ledger.actions.numbering import Register, document_number
from ledger.base.days import add_months
from ledger.measures.rulings import Outcome, Ruling
from ledger.measures.signers import signer
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy, Rung
from ledger.model.slips import RUNGS, Row, Slip


def draft(ledger: Ledger, rulings: Iterable[Ruling], day: date, issued: date) -> list[Slip]:
    """One paper for every unit and rung, or one a row, signed on ``issued``; numbers in the order of the rulings.

    ``day`` is the day the cases were judged: its version of the policy is applied.
    """
    policy = ledger.policies.on(day)
    proposed = [r for r in rulings if r.outcome is Outcome.PROPOSE and r.rung]
    register = Register(ledger.slips, ledger.papers)
    return [
        _slip(ledger, rows, policy, day, issued, register)
        for rows in papers_of(proposed, policy.ladder.grouping)
    ]


def papers_of(proposed: Sequence[Ruling], grouping: str) -> list[list[Ruling]]:
    """The rows of each paper. Items and documents never share one."""
    if grouping == "per_item":
        return [[ruling] for ruling in proposed]
    return [list(rows) for _, rows in groupby(proposed, lambda r: (r.rung, r.unit, r.track))]


def _slip(
    ledger: Ledger, rulings: list[Ruling], policy: Policy, day: date, issued: date, register: Register
) -> Slip:
    first = rulings[0]
    number = first.rung or 1
    rung = policy.ladder.rung(number)
    numbered = register.take(RUNGS[number - 1], issued.year)
    docking_prompt = first.track == "docking" and number == 1  # the reply is the arrangement
    reply_within = policy.docking.feedback_within if docking_prompt else rung.reply_within
    return Slip(
        id=numbered.id,
        kind=rung.kind,
        track=first.track,
        number=document_number(numbered, rung, ledger.settings.prefix),
        unit=first.unit,
        as_of=day,
        policy=policy.from_,
        reply_due=ledger.calendar.add(issued, reply_within),
        log=(Entry(date=issued, event="签发", by=signer(ledger, policy, number, first.unit, issued)),),
        rows=tuple(
            Row(id=str(n), subject=r.subject, limit=_limit(ledger, r, rung, issued))
            for n, r in enumerate(rulings, 1)
        ),
    )


def _limit(ledger: Ledger, ruling: Ruling, rung: Rung, issued: date) -> date | None:
    """The day to finish by: of a prompt the effective due, of a docking 交办单 the companion limit while it lasts."""
    if ruling.rung == 1:
        return ruling.due if ruling.track == "item" else None
    if ruling.track == "docking" and ruling.rung == 2 and ruling.due is not None and ruling.due > issued:
        return ruling.due
    if rung.finish_months is not None:
        return add_months(issued, rung.finish_months)
    return ledger.calendar.add(issued, rung.finish_within or 0)
