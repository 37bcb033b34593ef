"""A section of the monthly bulletin: one file each in ``sections/``, in the order of their names (domain.md §6)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ledger.base.registry import modules
from ledger.reports.blocks import Block
from ledger.reports.bulletin.figures import Counter


@dataclass(frozen=True, slots=True)
class Section:
    """``key`` names its region in the file. ``build`` may give no blocks: then the bulletin is without it.

    ``numbered``: its title begins with 一、二、. ``since`` is the first layout that has it; ``until`` the last, where another took its place.
    """

    key: str
    title: str
    build: Callable[[Counter], Sequence[Block]]
    numbered: bool = True
    since: int = 1
    until: int | None = None


def sections(layout: int) -> list[Section]:
    """Those of that layout, in order."""
    every: list[Section] = [module.SECTION for module in modules("ledger.reports.bulletin.sections")]
    return [s for s in every if s.since <= layout and (s.until is None or layout <= s.until)]
