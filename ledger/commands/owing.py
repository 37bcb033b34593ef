"""Duties under the filters of the command line, for the commands that list them."""

from ledger.commands.session import Session
from ledger.measures.duties import duties, owed
from ledger.measures.selection import Selection
from ledger.model.duty import Duty


def chosen_duties(session: Session) -> list[Duty]:
    """Duties not yet met, by due day.

    --lead and --unit ask whose duty it is; the other filters ask for what concerns the items they choose.
    """
    chosen = session.chosen
    found = owed(duties(session.ledger, session.day.date, session.all_items))
    units = (*chosen.leads, *chosen.units)
    if units:
        found = [d for d in found if d.unit in units]
    if Selection(leads=chosen.leads, units=chosen.units) != chosen:
        refs = {s.ref for s in session.items}
        rows = {f"{slip.id}/{row.id}": row.subject for slip in session.ledger.slips for row in slip.rows}
        found = [d for d in found if rows.get(d.ref, d.ref).partition("#")[0] in refs]
    return found
