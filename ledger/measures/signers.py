"""Who signs a paper: the signer that the ladder names, or one who may order that kind of unit."""

from datetime import date

from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.model.slips import RUNGS


def signer(ledger: Ledger, policy: Policy, rung: int, unit: str, day: date) -> str | None:
    """The issuer of that rung (1 to 4) to ``unit``; None where the ledger names nobody.

    Where the ladder's signer may not order a unit of that kind, the first issuer of ``authority`` that may.
    A 提示单 is no order.
    """
    ladder, settings = policy.ladder, ledger.settings
    usual = settings.commission or settings.office if rung == len(RUNGS) else settings.office
    named = ladder.rung(rung).signer or usual or None
    known = ledger.units.find(unit, day)
    if rung == 1 or named is None or known is None or ladder.may_order(named, known.kind):
        return named
    return next((a.issuer for a in ladder.authority if known.kind in a.kinds), named)
