"""What a command hands to a renderer, and the renderers there are: one file each, discovered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ledger.base.diagnostics import Allowed, Diagnostic, has_errors
from ledger.base.registry import Shelf
from ledger.reports.blocks import Report


@dataclass(frozen=True, slots=True)
class Answer:
    """``remarks`` are printed under the title of every human format: whose day it is, what is provisional.

    ``allowed`` are findings that files allow for a reason: counted, never shown as faults.
    """

    command: str
    day: date | None
    report: Report | None
    revision: str | None = None
    diagnostics: Sequence[Diagnostic] = ()
    remarks: tuple[str, ...] = ()
    failed: bool = False
    allowed: Sequence[Allowed] = ()

    @property
    def ok(self) -> bool:
        return not self.failed and not has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a table is going: ``width`` in cells (None: as wide as it is), and whether it takes colour."""

    width: int | None = None
    color: bool = False


@dataclass(frozen=True, slots=True)
class Renderer:
    """One value of ``--format``; its module is called as it is."""

    name: str
    render: Callable[[Answer, Screen], str]


@cache
def report_renderers() -> Mapping[str, Renderer]:
    return Shelf("ledger.render.reports", "RENDERER", Renderer)


@cache
def diagnostic_renderers() -> Mapping[str, Renderer]:
    return Shelf("ledger.render.diagnostics", "RENDERER", Renderer)
