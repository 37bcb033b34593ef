"""Three versions of a file's data → the one that has everything which both sides did.

Logs and lists of records grow at their end; anything else that both sides changed is a conflict.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ledger.actions.merged_log import ConflictError, merge_logs
from ledger.base.diagnostics import Pointer
from ledger.files.transplant import Growth
from ledger.model.shelves import registers

_LOG = "log"


@dataclass(frozen=True, slots=True)
class Grown:
    """A list to which somebody added something."""

    growth: Growth
    by_landed: bool  # in landed too the old items are the first ones, and there are more
    by_other: bool
    dropped: frozenset[int] = frozenset()  # numbers on the other side: landed has them too
    late: tuple[int, ...] = ()  # numbers on the other side: they have to say when they were recorded


class Three(NamedTuple):
    """A value in the three versions; None where it is not there."""

    base: Any
    landed: Any
    other: Any

    def under(self, key: str) -> "Three":
        return Three(*(side.get(key) for side in self))

    def lists(self) -> "Three":
        """What is no list holds nothing."""
        return Three(*(side if isinstance(side, list) else [] for side in self))


@dataclass
class DataMerge:
    """``grown`` are the lists that grew, the inner ones first."""

    today: date
    grown: list[Grown] = field(default_factory=list)

    def value(self, three: Three, at: Pointer = ()) -> Any:
        """What it comes to, None for nothing; raises ConflictError."""
        base, landed, other = three
        if all(isinstance(side, dict) for side in three):
            merged = {key: self._of_key(key, three.under(key), at) for key in {**landed, **other}}
            return {key: value for key, value in merged.items() if value is not None}
        if landed in (base, other):
            return other
        if other == base:
            return landed
        raise ConflictError(f"两边都改了 {'/'.join(map(str, at))}")

    def _of_key(self, key: str, three: Three, at: Pointer) -> Any:
        lists = three.lists()
        # a list that only one side made has no place yet on the other, and is left to the text
        there = lists.base or (lists.landed and lists.other)
        if key == _LOG and there:
            return self._log(lists, at)
        if key in _bodies() and there and _hold_records(lists):
            return self._records(lists, key, at)
        return self.value(three, (*at, key))

    def _log(self, three: Three, at: Pointer) -> list[Any]:
        base, landed, other = three
        if landed == other == base:
            return list(base)
        merged = merge_logs(base, landed, other, self.today)
        head = landed[: len(base)] == base
        self._note(three, Growth(at, _LOG, len(base)), merged.dropped, merged.late, head=head)
        return merged.entries

    def _records(self, three: Three, key: str, at: Pointer) -> list[Any]:
        base, landed, other = three
        kept, ids = len(base), Three(*(_ids(side) for side in three))
        if ids.landed[:kept] != ids.base or ids.other[:kept] != ids.base:
            raise ConflictError(f"{key} 里不只是添了新的")
        pairs = enumerate(zip(base, landed, other, strict=False))
        merged = [self.value(Three(*sides), (*at, key, n)) for n, sides in pairs]
        merged += landed[kept:]
        dropped = set()
        for n, record in enumerate(other[kept:], kept):
            if record in landed[kept:]:
                dropped.add(n)
            elif record["id"] in ids.landed:
                raise ConflictError(f"两边各添了一个 {record['id']}")
            else:
                merged.append(record)
        self._note(three, Growth(at, key, kept), frozenset(dropped))
        return merged

    def _note(
        self,
        three: Three,
        growth: Growth,
        dropped: frozenset[int],
        late: tuple[int, ...] = (),
        *,
        head: bool = True,
    ) -> None:
        by_landed, by_other = (len(side) > growth.kept for side in three[1:])
        self.grown.append(Grown(growth, by_landed and head, by_other, dropped, late))


@cache
def _bodies() -> frozenset[str]:
    """Lists of records that people add to: by their ids they are told apart."""
    inner = (key for register in registers().values() for kind in register.types for key in kind.inner)
    return frozenset({"items", "rows", *registers(), *inner})


def _hold_records(lists: Three) -> bool:
    """Under the same key another record may name things in a line: the items of a claim."""
    return any(isinstance(member, dict) for side in lists for member in side)


def _ids(records: Sequence[Any]) -> list[str]:
    """Raises ConflictError where records cannot be told apart by them."""
    if not all(isinstance(record, dict) and "id" in record for record in records):
        raise ConflictError("有的没有写 id")
    ids = [record["id"] for record in records]
    if any(not isinstance(i, str) for i in ids) or len(set(ids)) < len(ids):
        raise ConflictError("有的 id 写了两次")
    return ids
