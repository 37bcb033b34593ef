"""Why a paper was issued, found again from the files as they are now."""

from dataclasses import replace

from ledger.measures.escalation import rulings
from ledger.measures.forecast import about
from ledger.measures.rulings import Ruling
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip


def judged_then(ledger: Ledger, slip: Slip) -> dict[str, Ruling]:
    """Subject → the ruling on the day the paper was judged, with the register as it was before that day's run.

    A subject for which the addressee had no part then is missing.
    """
    unit = ledger.units.current(slip.unit, slip.as_of)
    before = replace(ledger, slips=tuple(s for s in ledger.slips if s.as_of < slip.as_of))
    return {
        ruling.subject: ruling
        for row in slip.rows
        for ruling in rulings(about(before, row.subject), slip.as_of)
        if (ruling.subject, ruling.unit) == (row.subject, unit)
    }
