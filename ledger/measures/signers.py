"""Who signs a paper: the signer that the ladder names, or one who may order that kind of unit."""

from datetime import date

from ledger.model.ledger import Ledger
from ledger.model.policy import Ladder, Policy
from ledger.model.slips import RUNGS


def signer(ledger: Ledger, policy: Policy, rung: int, unit: str, day: date) -> str | None:
    """The issuer of that rung (1 to 4) to ``unit``; None where the ledger names nobody.

    Where the ladder's signer may not order a unit of that kind, the first issuer of ``authority`` that may.
    """
    ladder, settings = policy.ladder, ledger.settings
    office, commission = settings.office, settings.commission
    usual = commission or office if rung == len(RUNGS) else office or commission
    named = ladder.rung(rung).signer or usual or None
    if named is None or may_order(ledger, ladder, named, unit, rung, day):
        return named
    return next(iter(issuers_to(ledger, ladder, unit, day)), named)


def may_order(ledger: Ledger, ladder: Ladder, issuer: str, unit: str, rung: int, day: date) -> bool:
    """Whether ``issuer`` may send a paper of that rung to ``unit``, whatever name either is called by.

    A 提示单 is no order; anybody may order where the policy says nothing, or the unit is unknown.
    """
    if rung == 1 or not ladder.authority or ledger.units.find(unit, day) is None:
        return True
    authorised = {ledger.units.current(name, day) for name in issuers_to(ledger, ladder, unit, day)}
    return ledger.units.current(issuer, day) in authorised


def issuers_to(ledger: Ledger, ladder: Ladder, unit: str, day: date) -> list[str]:
    """Those who may order units of that kind, as the policy lists them."""
    known = ledger.units.find(unit, day)
    return [a.issuer for a in ladder.authority if known is not None and known.kind in a.kinds]
