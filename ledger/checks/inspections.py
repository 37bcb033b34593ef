"""Inspections and findings with their places, for the rules about them."""

from collections.abc import Iterator

from ledger.measures.holdings import Holding, held
from ledger.model.ledger import Ledger
from ledger.model.registers.inspections import REGISTER


def inspections(ledger: Ledger) -> Iterator[Holding]:
    return (holding for holding in held(ledger, REGISTER) if holding.parent is None)


def findings(ledger: Ledger) -> Iterator[tuple[Holding, Holding]]:
    """Each with the inspection that it was found by."""
    return ((holding, holding.parent) for holding in held(ledger, REGISTER) if holding.parent is not None)
