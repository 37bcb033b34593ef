"""What a ledger would be if nothing had been recorded late: to tell late facts from rewritten ones by what they move."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import PLAN, SLIP
from ledger.measures.relogged import relogged
from ledger.model.entries import Entry
from ledger.model.items import Item
from ledger.model.ledger import Ledger
from ledger.model.shelves import thing_types
from ledger.model.slips import Slip

_RECORDS = {PLAN, SLIP, *thing_types()}


def is_late_record(change: Change) -> bool:
    """A plan, paper or thing of a register that was entered since, with all that it holds."""
    return change.kind is Kind.ADDED and change.thing in _RECORDS and not change.nested


def without_late(ledger: Ledger, late: Iterable[Change]) -> Ledger:
    """``ledger`` without the entries and records that those changes added to it."""
    late = list(late)
    entries = {id(c.after) for c in late if isinstance(c.after, Entry)}
    gone = {(c.thing, c.subject) for c in late if is_late_record(c)}

    def log(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
        return tuple(entry for entry in found if id(entry) not in entries)

    def items(found: Sequence[Item]) -> tuple[Item, ...]:
        return tuple(replace(item, log=log(item.log)) for item in found)

    def slip(found: Slip) -> Slip:
        rows = tuple(replace(row, log=log(row.log)) for row in found.rows)
        return replace(found, log=log(found.log), rows=rows)

    return replace(
        ledger,
        plans=tuple(
            replace(p, log=log(p.log), items=items(p.items)) for p in ledger.plans if (PLAN, p.id) not in gone
        ),
        slips=tuple(slip(s) for s in ledger.slips if (SLIP, s.id) not in gone),
        registers=relogged(ledger, log, lambda kind, ref, _: (kind.kind, ref) not in gone),
    )
