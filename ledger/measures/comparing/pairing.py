"""Which thing of the new version is which of the old one: by name, else by what it says."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from ledger.measures.comparing.identity import Identity
from ledger.measures.comparing.things import PLAN, Root, Thing

T = TypeVar("T", Root, Thing)


class Pair(NamedTuple):
    """One thing in both versions, or in the only one that has it."""

    old: Thing | None
    now: Thing | None

    @property
    def place(self) -> tuple[str, int]:
        """In which list of its parent it stands, and where."""
        thing = self.now or self.old
        return (str(thing.spot.pointer[-2]), int(thing.spot.pointer[-1])) if thing else ("", 0)


def by_name(name: Callable[[T], Hashable], things: Iterable[T]) -> dict[Hashable, T]:
    """Of several that share a name, each is the first, the second and so on of that name."""
    seen, found = Counter[Hashable](), dict[Hashable, T]()
    for thing in things:
        key = name(thing)
        found[key, seen[key]] = thing
        seen[key] += 1
    return found


def by_own_name(parent: Thing) -> dict[Hashable, Thing]:
    """What stands in a thing by its name there: the thing itself may have been given another."""
    return by_name(lambda thing: (thing.kind, thing.subject.removeprefix(parent.subject)), parent.inner)


def matched(gone: Iterable[Thing], new: Iterable[Thing], identity: Identity) -> Iterator[Pair]:
    """What is gone, each with what it is called now if it was only renumbered; then what is new."""
    waiting: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    fresh = {id(thing): thing for thing in new}
    for thing in fresh.values():
        for mark in _marks(thing):
            waiting[mark].append(thing)
    for old in gone:
        others = (n for mark in _marks(old) for n in waiting[mark] if id(n) in fresh)
        now = next((n for n in others if identity.is_renumbered(old, n)), None)
        fresh.pop(id(now), None)
        yield Pair(old, now)
    yield from (Pair(None, thing) for thing in fresh.values())


def _marks(thing: Thing) -> Iterator[Hashable]:
    """Of what one has to be equal in two things, that they may be one: thousands are not tried with thousands."""
    yield (thing.kind, thing.title, thing.fields.get("as_of"))
    if thing.kind == PLAN:
        yield thing.spot.path
