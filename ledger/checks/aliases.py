"""Units that are named by an alias where the full name would mean the same."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ledger.base.diagnostics import Pointer, Spot
from ledger.checks.names import Mention, group_mentions, mentions, mentions_of
from ledger.model.ledger import Ledger
from ledger.model.units import Unit


class Alias(NamedTuple):
    """``twice`` when the same list names the unit again: there the full name would stand two times."""

    spot: Spot
    name: str
    full: str
    twice: bool


def aliases(ledger: Ledger) -> Iterator[Alias]:
    """Wherever a unit or a task group is named, but for policies and papers: those stay as they were decided.

    A name that several units had, or a unit and a leader, is none: nobody can tell what it means on another day.
    """
    means = _meanings(ledger)
    short = {name for name, unit in means.items() if name != unit.id}
    decided = {ledger.paths["slip", slip.id] for slip in ledger.slips} | {ledger.paths.get(("policy", ""))}
    everywhere = chain(mentions_of(ledger, short), group_mentions(ledger))
    found = [m for m in everywhere if m.name in short and (m.path not in decided or _is_answer(m))]
    if not found:
        return
    lists = Counter((_list(m), means[m.name].id) for m in mentions(ledger) if m.name in means)
    for mention in found:
        full = means[mention.name].id
        yield Alias(mention.spot, mention.name, full, lists[_list(mention), full] > 1)


def _is_answer(mention: Mention) -> bool:
    """Within an issued paper: in the log of a row."""
    return mention.pointer[0] == "rows" and "log" in mention.pointer


def _list(mention: Mention) -> tuple[str, Pointer]:
    """The list that the name stands in; what is no list holds one name only."""
    listed = isinstance(mention.pointer[-1], int)
    return mention.path, mention.pointer[:-1] if listed else mention.pointer


def _meanings(ledger: Ledger) -> dict[str, Unit]:
    """What every name means that means one unit only, as its full name does too."""
    bearers: dict[str, list[Unit]] = {}
    for unit in ledger.units:
        for name in dict.fromkeys((unit.id, *unit.aliases)):
            bearers.setdefault(name, []).append(unit)
    sure = {n: us[0] for n, us in bearers.items() if len(us) == 1 and not ledger.units.is_leader(n)}
    return {name: unit for name, unit in sure.items() if sure.get(unit.id) is unit}
