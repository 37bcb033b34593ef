"""Whom a paper for all is given to."""

from collections.abc import Iterable

from ledger.model.ledger import Ledger
from ledger.model.units import TASK_GROUP


def readers(ledger: Ledger, named: Iterable[str] = ()) -> tuple[str, ...]:
    """各专项小组、各部门、各区县: the kinds of units that lead anything or are ``named`` in the paper, groups first."""
    led = {name for plan, item in ledger.items() for name in (item.lead or plan.lead)} | set(named)
    kinds = dict.fromkeys(u.kind for u in ledger.units if led & {u.id, *u.aliases})
    groups = any(u.kind == TASK_GROUP for u in ledger.units)
    return tuple(f"各{kind}" for kind in dict.fromkeys([*([TASK_GROUP] if groups else []), *kinds]))
