"""What became of a log between two versions of it: new entries go last, whatever stood there stays as it was."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


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
    before: Sequence[T], after: Sequence[T], likenesses: Sequence[Callable[[T], Hashable]] = ()
) -> list[LogChange]:
    """Every entry that is not as it was and where it was, in the order of the new log, what is gone first.

    ``likenesses`` say, the surest first, what two entries have in common when one is the other, edited.
    """
    same = _common(before, after)
    kept = {a for _, a in same}
    gone = [b for b in range(len(before)) if b not in {b for b, _ in same}]
    new = [a for a in range(len(after)) if a not in kept]
    found = list(_paired(Became.MOVED, gone, new, before, after))
    for alike in likenesses:
        old, now = [alike(e) for e in before], [alike(e) for e in after]
        found += _paired(Became.EDITED, gone, new, old, now)
    found += _alone(gone, new, same)
    found += [LogChange(Became.REMOVED, b, None) for b in gone]
    landed = max([*kept, *(c.after for c in found if c.after is not None)], default=-1)
    found += [LogChange(Became.INSERTED if a < landed else Became.ADDED, None, a) for a in new]
    return sorted(found, key=lambda c: (c.after is not None, c.after or 0, c.before or 0))


def _common(before: Sequence[T], after: Sequence[T]) -> list[tuple[int, int]]:
    """Entries that stand in both, in the same order; nearly always the whole old log is the head of the new one."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    same = [(n, n) for n in range(head)]
    if head == len(before):
        return same
    matcher = SequenceMatcher(None, before[head:], after[head:], autojunk=False)
    for b, a, size in matcher.get_matching_blocks():
        same += [(head + b + n, head + a + n) for n in range(size)]
    return same


def _paired(
    became: Became, gone: list[int], new: list[int], old: Sequence[Hashable], now: Sequence[Hashable]
) -> Iterator[LogChange]:
    """What is gone here and new there with the same value: taken out of both."""
    for b in list(gone):
        a = next((a for a in new if now[a] == old[b]), None)
        if a is not None:
            gone.remove(b)
            new.remove(a)
            yield LogChange(became, b, a)


def _alone(gone: list[int], new: list[int], same: list[tuple[int, int]]) -> Iterator[LogChange]:
    """One gone and one new between the same neighbours: its day or its event was changed.

    At the end of a log it may as well be one removed and another added; that an entry is gone is the graver.
    """
    for b in list(gone):
        before, after = _gap(b, same)
        inside = [a for a in new if before < a < after]
        alike = [g for g in gone if _gap(g, same) == (before, after)]
        if after != _END and len(inside) == 1 == len(alike):
            gone.remove(b)
            new.remove(inside[0])
            yield LogChange(Became.EDITED, b, inside[0])


_END = 1 << 60


def _gap(b: int, same: list[tuple[int, int]]) -> tuple[int, int]:
    """Between which entries of the new log one that is gone stood."""
    before = max((a for old, a in same if old < b), default=-1)
    after = min((a for old, a in same if old > b), default=_END)
    return before, after
