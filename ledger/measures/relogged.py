"""A ledger's registers with other logs: what was known, what is late, what bears on a day."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.register import ThingType
from ledger.model.shelves import registers

Logs = Callable[[tuple[Entry, ...]], tuple[Entry, ...]]
Keep = Callable[[ThingType[Any], str, Any], bool]
"""By what it is, its reference and its record."""


def relogged(
    ledger: Ledger, logs: Logs, keep: Keep = lambda _, __, ___: True
) -> Mapping[str, tuple[Any, ...]]:
    """The registers with ``logs`` done to every log, and of their things and those within what ``keep`` keeps.

    What nothing changed in is the same object as before.
    """
    return {
        name: tuple(
            _thing(kind, thing.id, thing, logs, keep) for thing in things if keep(kind, thing.id, thing)
        )
        for name, things in ledger.registers.items()
        for kind in (registers()[name].thing,)
    }


def _thing(kind: ThingType[Any], ref: str, thing: Any, logs: Logs, keep: Keep) -> Any:
    changed: dict[str, Any] = {}
    if kind.events is not None and (log := logs(thing.log)) != thing.log:
        changed["log"] = log
    for key, inner in kind.inner.items():
        old = getattr(thing, key)
        names = [(f"{ref}/{part.id}", part) for part in old]
        new = tuple(_thing(inner, name, part, logs, keep) for name, part in names if keep(inner, name, part))
        if len(new) < len(old) or any(a is not b for a, b in zip(old, new, strict=True)):
            changed[key] = new
    return replace(thing, **changed) if changed else thing
