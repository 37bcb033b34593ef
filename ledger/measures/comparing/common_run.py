"""What two sequences have in common in the same order, in time that does not explode whatever they hold."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple, Optional

_NEAR = 8
"""Of many equal members the n-th is sought among the nearest to the n-th of the other sequence."""


class _Link(NamedTuple):
    pair: tuple[int, int]
    previous: Optional["_Link"]


def common_run(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Members that stand in both, in the same order, as many as there are: their numbers here and there.

    Nearly always the whole old sequence is the head of the new one.
    """
    least = min(len(before), len(after))
    head = next((n for n in range(least) if before[n] != after[n]), least)
    tail = next((n for n in range(least - head) if before[-1 - n] != after[-1 - n]), least - head)
    inner = _longest(before[head : len(before) - tail], after[head : len(after) - tail])
    return [
        *((n, n) for n in range(head)),
        *((head + b, head + a) for b, a in inner),
        *((len(before) - n, len(after) - n) for n in range(tail, 0, -1)),
    ]


def _longest(before: Sequence[Hashable], after: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest chain of equal members (Hunt and Szymanski): ``ends`` holds, by length, where the best one ends."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for a, member in enumerate(after):
        places[member].append(a)
    seen, ends, chains = Counter[Hashable](), list[int](), list[_Link]()
    for b, member in enumerate(before):
        nth = seen[member]
        seen[member] += 1
        for a in reversed(places.get(member, [])[max(0, nth - _NEAR) : nth + _NEAR + 1]):
            length = bisect_left(ends, a)
            ends[length : length + 1] = [a]
            chains[length : length + 1] = [_Link((b, a), chains[length - 1] if length else None)]
    run, link = list[tuple[int, int]](), chains[-1] if chains else None
    while link is not None:
        run.append(link.pair)
        link = link.previous
    return run[::-1]
