"""What ``show`` and ``why`` tell of a thing beyond its own file: one file a kind in ``thing_details/``, where there is any."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ledger.base.registry import Shelf
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.reports.blocks import Block


@dataclass(frozen=True, slots=True)
class ThingDetail:
    """``build`` gives blocks for readers and data for JSON; its module is called like the kind of thing."""

    build: Callable[[Course[Any], Ledger], tuple[Sequence[Block], dict[str, Any]]]


@cache
def _details() -> Mapping[str, ThingDetail]:
    return Shelf("ledger.reports.thing_details", "DETAIL", ThingDetail)


def detail_of(course: Course[Any], ledger: Ledger) -> tuple[Sequence[Block], dict[str, Any]]:
    """Nothing for most kinds."""
    known = _details()
    return known[course.type.kind].build(course, ledger) if course.type.kind in known else ((), {})
