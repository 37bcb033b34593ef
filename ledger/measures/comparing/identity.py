"""Whether a thing of the new version is the thing of the old one: by what it says, whatever it is called."""

from typing import Any

from ledger.measures.comparing.full_names import FullNames
from ledger.measures.comparing.things import ITEM, NODE, PLAN, SLIP, Thing
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.shelves import thing_types


class Identity:
    """Two versions of a ledger, each with its names; where one has no register, the other's is asked."""

    def __init__(self, before: Ledger, after: Ledger) -> None:
        self._old = FullNames(before if before.units.register.units else after)
        self._new = FullNames(after if after.units.register.units else before)

    def same(self, key: str, old: Thing, now: Thing) -> bool:
        return self.alike(key, old.fields.get(key), now.fields.get(key))

    def alike(self, key: str, before: Any, after: Any) -> bool:
        """What reads the same is the same, whatever has become of its names; so is what means the same."""
        return bool(before == after or self._meant(key, before) == self._new.full(key, after))

    def _meant(self, key: str, value: Any) -> Any:
        """What was meant in the old version, by the names of the new one."""
        return self._new.full(key, self._old.full(key, value))

    def logs(self, old: Thing, now: Thing) -> tuple[list[Entry], list[Entry]]:
        """Both logs with every name in full; an entry that reads as it did stays what it was."""
        kept = set(now.log)
        before = [e if e in kept else self._old.of_entry(e) for e in old.log]
        return [self._new.of_entry(e) for e in before], [self._new.of_entry(e) for e in now.log]

    def entry(self, old: Entry, now: Entry) -> tuple[Entry, Entry]:
        """Both with every name in full, by the names of the new version."""
        return self._new.of_entry(self._old.of_entry(old)), self._new.of_entry(now)

    def is_renumbered(self, old: Thing, now: Thing) -> bool:
        """One thing under another id: it says what it said, and its log goes on where it was."""
        if old.kind != now.kind or now.kind not in {PLAN, ITEM, NODE, SLIP, *thing_types()}:
            return False
        if old.kind == PLAN and old.spot.path == now.spot.path:
            return not self.is_reused(old, now)
        own = {"number"} if old.kind == SLIP else set[str]()
        if not all(f in own or self.same(f, old, now) for f in {*old.fields, *now.fields}):
            return False
        if len(old.inner) > len(now.inner) or not _subjects(old) <= _subjects(now):
            return False
        before, after = self.logs(old, now)
        return after[: len(before)] == before

    def is_reused(self, old: Thing, now: Thing) -> bool:
        """Nothing but the id is left: another title, and no entry that had landed."""
        if old.kind not in {PLAN, ITEM, *thing_types()} or old.title == now.title:
            return False
        if old.log:
            before, after = self.logs(old, now)
            return not set(before) & set(after) and bool(now.log or not self.same("due", old, now))
        fields = (
            ("due", "lead", "text") if old.kind in {PLAN, ITEM} else {*old.fields, *now.fields} - {"title"}
        )
        told = [f for f in fields if f in old.fields or f in now.fields]
        return bool(told) and not any(self.same(f, old, now) for f in told)


def _subjects(thing: Thing) -> set[str]:
    """What the rows of a paper are about."""
    return {row.fields["subject"] for row in thing.inner if "subject" in row.fields}
