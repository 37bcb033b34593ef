"""Rows of a register in a bulletin, as ``ledger list`` shows them."""

from typing import Any

from ledger.reports.blocks import Column, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.listing import listings
from ledger.reports.register_list import RegisterList, shown_value


def register_table(
    counter: Counter, register: str, state: str, keys: tuple[str, ...], numbers: tuple[str, ...] = ()
) -> Table:
    """The things in a state, under those columns of the list. ``numbers`` are those that the bulletin answers for, one by one."""
    spec: RegisterList = listings()[register].spec
    day, columns = counter.month.day, {c.key: c for c in spec.columns}
    chosen = [columns[key] for key in keys]
    heads = tuple(Column(c.head, right=c.right, wrap=c.wrap) for c in chosen)
    things: list[Any] = [t for t in counter.month.things(register) if spec.all_states[state].fits(t, day)]
    for thing in things:
        for key in numbers:
            counter.cell(register, thing, key)
    return Table(heads, tuple(cells(*(shown_value(c.of(t)) for c in chosen)) for t in things))
