"""What papers are about, under the filters of the command line."""

from dataclasses import replace
from datetime import date

from ledger.measures.counting import Counting
from ledger.measures.plans import plan_standing
from ledger.measures.selection import NOTHING, Selection, select
from ledger.measures.standing import standings
from ledger.model.ledger import Ledger
from ledger.model.registers.upstream import UpstreamDocument


def narrows(chosen: Selection) -> bool:
    """Whether anything but the addressee was asked for."""
    return replace(chosen, leads=(), units=(), only_open=False, states=(), kinds=()) != Selection()


def subjects(ledger: Ledger, day: date, chosen: Selection) -> set[str]:
    """The items and documents that fit; a document has a group and a title, nothing else to be chosen by."""
    wanted = replace(chosen, leads=(), units=())
    known = [plan_standing(p, day) for p in ledger.plans]
    items = {s.ref for s in select(standings(ledger, day), known, wanted, Counting(ledger, day))}
    if chosen.plans or chosen.fields or chosen.figures or chosen.causes or chosen.issued_for:
        return items
    return items | {
        d.id
        for d in ledger.upstream
        if (not chosen.groups or _group(d, ledger, day) in chosen.groups)
        and (chosen.text is None or chosen.text in d.title)
    }


def _group(document: UpstreamDocument, ledger: Ledger, day: date) -> str:
    return ledger.units.current(document.group, day) if document.group else NOTHING
