"""What became of a log between two versions of it: new entries go last, whatever stood there stays as it was."""

from bisect import bisect
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from ledger.measures.comparing.common_run import common_run

Likeness = Callable[[Any], Hashable]
"""What two entries have in common when one is the other, edited; None of an entry that cannot be told by it."""


class Became(StrEnum):
    """What became of one entry. MOVED is one that stands elsewhere in the order now."""

    REMOVED = "removed"
    EDITED = "edited"
    MOVED = "moved"
    INSERTED = "inserted"
    ADDED = "added"


class LogChange(NamedTuple):
    """``before`` and ``after`` are the entry's numbers in the two logs; None where it is not there."""

    became: Became
    before: int | None
    after: int | None


def log_changes(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    anywhere: Sequence[Likeness] = (),
    in_place: Sequence[Likeness] = (),
) -> list[LogChange]:
    """Every entry that is not as it was and where it was, in the order of the new log, what is gone first.

    Two entries alike ``anywhere`` are one that was edited, wherever it stands now; two alike ``in_place`` are one if
    they stand between the same neighbours too. Both name the surest likeness first.
    """
    same = common_run(before, after)
    old, new = _Side(before, [b for b, _ in same]), _Side(after, [a for _, a in same])
    found = list(_paired(Became.MOVED, old, new, _Side.values))
    for alike in anywhere:
        found += _paired(Became.EDITED, old, new, partial(_Side.near, alike=alike))
        found += _paired(Became.EDITED, old, new, partial(_Side.values, alike=alike))
    for alike in in_place:
        found += _paired(Became.EDITED, old, new, partial(_Side.in_turn, alike=alike))
    found += _paired(Became.EDITED, old, new, _Side.alone)
    landed = max((c for c in [*new.kept[-1:], *(c.after for c in found)] if c is not None), default=-1)
    found += [LogChange(Became.REMOVED, b, None) for b in old.left]
    found += [LogChange(Became.INSERTED if a < landed else Became.ADDED, None, a) for a in new.left]
    return sorted(found, key=lambda c: (c.after is not None, c.after or 0, c.before or 0))


class _Side:
    """One of the two logs: ``kept`` are the entries that stand in both, ``left`` those nothing is known of yet."""

    def __init__(self, log: Sequence[Hashable], kept: list[int]) -> None:
        self.log, self.kept = log, kept
        self.left = sorted(set(range(len(log))).difference(kept))

    def values(self, alike: Likeness = lambda entry: entry) -> dict[int, Hashable]:
        """Every entry by what it is like."""
        return {n: alike(self.log[n]) for n in self.left}

    def near(self, alike: Likeness) -> dict[int, Hashable]:
        """The same, told apart by the neighbours they stand between."""
        return _joined(self._gaps(), self.values(alike))

    def in_turn(self, alike: Likeness) -> dict[int, Hashable]:
        """The same, told apart by which they are between their neighbours as well."""
        seen, turns = Counter[int](), dict[int, Hashable]()
        for n, gap in self._gaps().items():
            turns[n] = (gap, seen[gap])
            seen[gap] += 1
        return _joined(turns, self.values(alike))

    def alone(self) -> dict[int, Hashable]:
        """The only entry between two neighbours: what stands there now is that one.

        At the end of a log it may as well be one removed and another added; that an entry is gone is the graver.
        """
        gaps = self._gaps()
        counts = Counter(gaps.values())
        return {n: gap if gap < len(self.kept) and counts[gap] == 1 else None for n, gap in gaps.items()}

    def _gaps(self) -> dict[int, int]:
        """How many kept entries stand before each: those of both logs with one number have the same neighbours."""
        return {n: bisect(self.kept, n) for n in self.left}


def _joined(first: Mapping[int, Hashable], second: Mapping[int, Hashable]) -> dict[int, Hashable]:
    return {n: (first[n], value) if value is not None else None for n, value in second.items()}


def _paired(
    became: Became, old: _Side, new: _Side, keys: Callable[[_Side], Mapping[int, Hashable]]
) -> Iterator[LogChange]:
    """What is left here and there with the same key, first come, first served: it is left no longer."""
    waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for a, key in keys(new).items():
        waiting[key].append(a)
    pairs = {b: waiting[k].popleft() for b, k in keys(old).items() if k is not None and waiting.get(k)}
    old.left, new.left = _without(old.left, pairs), _without(new.left, pairs.values())
    return (LogChange(became, b, a) for b, a in pairs.items())


def _without(numbers: list[int], taken: Iterable[int]) -> list[int]:
    return sorted(set(numbers).difference(taken))
