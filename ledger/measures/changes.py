"""What changed between two versions of a ledger, as typed values: the graver first, then as the ledger is ordered."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from ledger.base.diagnostics import Spot
from ledger.measures.change import GRAVITY, Change, Kind
from ledger.measures.identity import Identity
from ledger.measures.thing_changes import entry_changes, field_changes
from ledger.measures.things import Root, Thing, roots
from ledger.model.ledger import Ledger

Survivor = Callable[[Thing], Spot]
"""Of a thing that is gone: the nearest that is left."""


def changes(before: Ledger, after: Ledger, unread: Sequence[str] = ()) -> list[Change]:
    """Every change of a record. What stood or stands in an ``unread`` file cannot be told, and is left out."""
    found = list(_Comparison(before, after, frozenset(unread)).run())
    return sorted(found, key=lambda c: GRAVITY[c.kind])


class _Comparison:
    def __init__(self, before: Ledger, after: Ledger, unread: frozenset[str]) -> None:
        self._identity = Identity(before, after)
        self._unread = unread
        self._stems = {PurePosixPath(path).stem for path in unread}
        self._head = Spot(
            after.paths.get(("ledger", ""), "") or before.paths.get(("ledger", ""), "ledger.yaml")
        )
        self._before = {r.key: r for r in roots(before)}
        self._after = {r.key: r for r in roots(after)}

    def run(self) -> Iterator[Change]:
        gone = [r.unfold() for k, r in self._before.items() if k not in self._after and self._known(r)]
        new = [r.unfold() for k, r in self._after.items() if k not in self._before and self._known(r)]
        yield from self._came_and_went(gone, new, lambda thing: self._survivor(thing.spot))
        for key, old in self._before.items():
            root = self._after.get(key)
            if root is None:
                continue
            if old.spot.path != root.spot.path:
                yield _moved(old, root)
            if root.record is not old.record and root.record != old.record:
                yield from self._compare(old.unfold(), root.unfold())

    def _known(self, root: Root) -> bool:
        """Whether its absence from the other version is a fact: a file that was not read may hold it."""
        return root.spot.path not in self._unread and root.subject not in self._stems

    def _survivor(self, spot: Spot) -> Spot:
        """What is nearest to a thing that is gone: its file, if anything is left of it, else the ledger's head."""
        if spot.pointer and spot.path in {r.spot.path for r in self._after.values()}:
            return Spot(spot.path, spot.pointer[:1])
        return self._head

    def _came_and_went(self, gone: list[Thing], new: list[Thing], survivor: Survivor) -> Iterator[Change]:
        for old in gone:
            now = next((n for n in new if self._identity.is_renumbered(old, n)), None)
            if now is None:
                yield from _whole(Kind.REMOVED, old, survivor(old))
                continue
            new.remove(now)
            names = (old.subject, now.subject)
            yield Change(Kind.RENUMBERED, old.kind, old.subject, *names, now.spot, old.spot)
            yield from self._compare(old, now)
        for thing in new:
            yield from _whole(Kind.ADDED, thing)

    def _compare(self, old: Thing, now: Thing) -> Iterator[Change]:
        if self._identity.is_reused(old, now):
            yield Change(Kind.REUSED, now.kind, now.subject, old, now, now.spot, old.spot)
            return
        yield from field_changes(old, now, self._identity)
        yield from entry_changes(old, now, self._identity)
        inside, still = _by_own_name(old), _by_own_name(now)
        gone = [t for k, t in inside.items() if k not in still]
        new = [t for k, t in still.items() if k not in inside]
        yield from self._came_and_went(gone, new, partial(_list_of, now))
        for key, thing in inside.items():
            if key in still:
                yield from self._compare(thing, still[key])


def _by_own_name(parent: Thing) -> dict[tuple[str, str], Thing]:
    """What stands in a thing by its name within it: the thing itself may have been given another."""
    return {(t.kind, t.subject.removeprefix(parent.subject)): t for t in parent.inner}


def _whole(kind: Kind, thing: Thing, survivor: Spot | None = None) -> Iterator[Change]:
    """A thing that came or went, then everything in it."""
    for part in thing.walk():
        before, after = (part, None) if kind is Kind.REMOVED else (None, part)
        spot, was = (survivor or part.spot, part.spot) if kind is Kind.REMOVED else (part.spot, None)
        yield Change(kind, part.kind, part.subject, before, after, spot, was, nested=part is not thing)


def _moved(old: Root, now: Root) -> Change:
    was, spot = Spot(old.spot.path), Spot(now.spot.path)
    return Change(Kind.MOVED, now.kind, now.subject, was.path, spot.path, spot, was)


def _list_of(parent: Thing, gone: Thing) -> Spot:
    """The list in which a thing stood, in the parent that survived it."""
    return Spot(parent.spot.path, (*parent.spot.pointer, str(gone.spot.pointer[-2])))
