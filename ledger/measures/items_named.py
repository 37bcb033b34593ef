"""The items that a thing of a register names, as they stand on a day."""

from collections.abc import Iterable
from datetime import date

from ledger.measures.standing import Standing, standing_of
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of


def items_named(refs: Iterable[str], ledger: Ledger, day: date) -> list[Standing]:
    """Of items and of whole plans, in the order of the ledger, each once; what there is not is passed over."""
    wanted = set(refs)
    return [
        standing_of(plan, item, ledger, day)
        for plan, item in ledger.items()
        if plan.id in wanted or ref_of(plan, item) in wanted
    ]
