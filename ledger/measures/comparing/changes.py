"""What changed between two versions of a ledger, as typed values: the graver first, then as the ledger is ordered."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from ledger.base.diagnostics import Spot
from ledger.measures.comparing.change import GRAVITY, Change, Kind
from ledger.measures.comparing.identity import Identity
from ledger.measures.comparing.pairing import Pair, by_name, by_own_name, matched
from ledger.measures.comparing.roots import roots
from ledger.measures.comparing.thing_changes import entry_changes, field_changes
from ledger.measures.comparing.things import PLAN, SLIP, Root, Thing
from ledger.model.ledger import Ledger

Survivor = Callable[[Thing], Spot]
"""Of a thing that is gone: the nearest that is left."""


def changes(before: Ledger, after: Ledger, unread: Sequence[str] = ()) -> list[Change]:
    """Every change of a record. What stood or stands in an ``unread`` file cannot be told, and is left out."""
    search = _Search(before, after, frozenset(unread))
    return sorted(search.run(), key=search.weight)


class _Search:
    def __init__(self, before: Ledger, after: Ledger, unread: frozenset[str]) -> None:
        self._identity = Identity(before, after)
        self._unread = unread
        self._stems = {PurePosixPath(path).stem for path in unread}
        self._head = Spot(
            after.paths.get(("ledger", ""), "") or before.paths.get(("ledger", ""), "ledger.yaml")
        )
        self._files = set(after.paths.values())
        self._before = by_name(lambda root: root.key, roots(before))
        self._after = by_name(lambda root: root.key, roots(after))
        self._then, self._now = _order(self._before.values()), _order(self._after.values())

    def weight(self, change: Change) -> tuple[int, int]:
        """The graver first, then in the order of the version that has it."""
        if change.kind is Kind.REMOVED and change.was:
            return (GRAVITY[change.kind], self._then[change.was.path])
        return (GRAVITY[change.kind], self._now[change.spot.path])

    def run(self) -> Iterator[Change]:
        gone = [r.unfold() for k, r in self._before.items() if k not in self._after and self._known(r)]
        new = [r.unfold() for k, r in self._after.items() if k not in self._before and self._known(r)]
        for pair in matched(gone, new, self._identity):
            yield from self._came_or_went(pair, self._survivor)
        for key, root in self._after.items():
            was = self._before.get(key)
            if was is None:
                continue
            if was.spot.path != root.spot.path:
                yield _moved(was, root)
            if root.record is not was.record and root.record != was.record:
                yield from self._compare(was.unfold(), root.unfold())

    def _known(self, root: Root) -> bool:
        """Whether its absence from the other version is a fact: a file that was not read may hold it."""
        elsewhere = root.kind in {PLAN, SLIP} and root.subject in self._stems
        return root.spot.path not in self._unread and not elsewhere

    def _survivor(self, thing: Thing) -> Spot:
        """What is nearest to a thing that is gone: its file, if anything is left of it, else the ledger's head."""
        spot = thing.spot
        return Spot(spot.path, spot.pointer[:1]) if spot.path in self._files else self._head

    def _came_or_went(self, pair: Pair, survivor: Survivor) -> Iterator[Change]:
        old, now = pair
        if old and now:
            names = (old.subject, now.subject)
            yield Change(Kind.RENUMBERED, old.kind, old.subject, *names, now.spot, old.spot)
            yield from self._compare(old, now)
        elif old:
            yield from _whole(Kind.REMOVED, old, survivor(old))
        elif now:
            yield from _whole(Kind.ADDED, now)

    def _compare(self, old: Thing, now: Thing) -> Iterator[Change]:
        if self._identity.is_reused(old, now):
            yield Change(Kind.REUSED, now.kind, now.subject, old, now, now.spot, old.spot)
            return
        yield from field_changes(old, now, self._identity)
        yield from entry_changes(old, now, self._identity)
        inside, still = by_own_name(old), by_own_name(now)
        gone = [t for k, t in inside.items() if k not in still]
        new = [t for k, t in still.items() if k not in inside]
        came_or_went = [(pair, True) for pair in matched(gone, new, self._identity)]
        stayed = [(Pair(t, still[k]), False) for k, t in inside.items() if k in still]
        for pair, is_other in sorted([*came_or_went, *stayed], key=lambda found: found[0].place):
            if is_other:
                yield from self._came_or_went(pair, partial(_list_of, now))
            elif pair.old and pair.now:
                yield from self._compare(pair.old, pair.now)


def _order(found: Iterable[Root]) -> dict[str, int]:
    """The files in the order of what they hold."""
    paths = dict.fromkeys(root.spot.path for root in found)
    return {path: n for n, path in enumerate(paths)}


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
