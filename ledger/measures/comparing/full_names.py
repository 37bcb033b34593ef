"""Names as the register has them in full: writing 市发改委 for 市发展改革委 changes nothing."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from ledger.model.entries import Entry
from ledger.model.forms import form
from ledger.model.ledger import Ledger
from ledger.model.shelves import thing_types

_NAMED = frozenset(
    {"lead", "with", "unit", "group", "leader", "direct_entry_by", "successor", "office", "commission"}
    | {"signer", "cc", "issuer"}
)
_NAMES = frozenset({"unit", "decider", "leader", "group"})


@cache
def named() -> frozenset[str]:
    """Keys that name units or leaders, beside those of entries; of a dotted key the last step counts."""
    return _NAMED.union(key for thing in thing_types().values() for key in _naming(thing.record))


def _naming(record: Any) -> Iterator[str]:
    for field in form(record):
        if field.inner is not None and field.key != "log":
            yield from _naming(field.inner)
        elif field.naming in _NAMES:
            yield field.key


class FullNames:
    """The register of one version of a ledger, asked for full names."""

    def __init__(self, ledger: Ledger) -> None:
        self._units = ledger.units
        self._leaders = {
            n: person.id for person in ledger.units.register.leaders for n in (person.id, *person.aliases)
        }

    def full(self, key: str, value: Any) -> Any:
        """The value of ``key`` with every name in full; a name that nobody knows stays itself."""
        if key.rpartition(".")[2] not in named():
            return value
        if isinstance(value, tuple):
            return tuple(self._name(name) for name in value)
        return self._name(value) if isinstance(value, str) else value

    def of_entry(self, entry: Entry) -> Entry:
        """The entry with its units and leaders in full."""
        if not (entry.by or entry.to or entry.from_):
            return entry
        return replace(
            entry,
            by=self._name(entry.by) if entry.by else None,
            to=tuple(self._name(name) for name in entry.to) if entry.to else entry.to,
            from_=self._name(entry.from_) if entry.from_ else None,
        )

    def _name(self, name: str) -> str:
        unit = self._units.find(name)
        return unit.id if unit else self._leaders.get(name, name)
