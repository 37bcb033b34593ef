"""Whether a thing of the new version is the thing of the old one: by what it says, whatever it is called."""

from ledger.measures.full_names import FullNames
from ledger.measures.things import ITEM, NODE, PLAN, SLIP, Thing
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger


class Identity:
    """Two versions of a ledger, each with its names."""

    def __init__(self, before: Ledger, after: Ledger) -> None:
        self._old, self._new = FullNames(before), FullNames(after)

    def same(self, key: str, old: Thing, now: Thing) -> bool:
        before, after = old.fields.get(key), now.fields.get(key)
        return before == after or self._old.full(key, before) == self._new.full(key, after)

    def logs(self, old: Thing, now: Thing) -> tuple[list[Entry], list[Entry]]:
        """Both logs with every name in full."""
        return [self._old.of_entry(e) for e in old.log], [self._new.of_entry(e) for e in now.log]

    def is_renumbered(self, old: Thing, now: Thing) -> bool:
        """One thing under another id: it says what it said, and its log goes on where it was."""
        if old.kind != now.kind or now.kind not in {PLAN, ITEM, NODE, SLIP}:
            return False
        if old.kind == PLAN and old.spot.path == now.spot.path:
            return True
        before, after = self.logs(old, now)
        if after[: len(before)] != before or len(old.inner) > len(now.inner):
            return False
        differ = {f for f in {*old.fields, *now.fields} if not self.same(f, old, now)}
        return differ <= ({"number"} if old.kind == SLIP else set())

    def is_reused(self, old: Thing, now: Thing) -> bool:
        """Nothing but the id is left: another title, and no entry that had landed."""
        if old.kind not in {PLAN, ITEM} or old.title == now.title:
            return False
        if old.log:
            before, after = self.logs(old, now)
            return not set(before) & set(after) and bool(now.log or not self.same("due", old, now))
        told = [f for f in ("due", "lead", "text", "nodes") if f in old.fields or f in now.fields]
        return bool(told) and not any(self.same(f, old, now) for f in told)
