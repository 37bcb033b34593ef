"""What becomes of each row of a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ledger.base.diagnostics import Diagnostic, Severity, has_errors
from ledger.files.scalars import Value
from ledger.loading.sheets.draft import DraftItem, DraftPart, DraftPlan
from ledger.model.plans import Plan

Fields = Mapping[str, Value]


class Outcome(StrEnum):
    """ENTRIES: the item is there, what happened to it is new."""

    NEW = "new"
    SAME = "same"
    ENTRIES = "entries"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFate:
    """``fields`` are those of a new item, its log among them; ``entries`` go into the log of ``number`` in its plan.

    ``remarks`` say what the reader of the sheet, or the ledger, made of it. ``faults`` with an error keep it out.
    """

    draft: DraftItem
    id: str
    fields: Fields
    entries: Sequence[Fields] = ()
    number: int | None = None
    remarks: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()

    @property
    def outcome(self) -> Outcome:
        if has_errors(self.faults):
            return Outcome.REFUSED
        if self.number is None:
            return Outcome.NEW
        return Outcome.ENTRIES if self.entries else Outcome.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFate:
    """``id`` is the part's in the ledger; ``new``: it has none yet."""

    draft: DraftPart
    id: str
    new: bool
    faults: tuple[Diagnostic, ...] = ()

    @property
    def outcome(self) -> Outcome:
        if has_errors(self.faults):
            return Outcome.REFUSED
        return Outcome.NEW if self.new else Outcome.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFate:
    """``plan`` is None for a new one, whose own ``fields`` are then written; ``path`` is its file, as findings name it."""

    draft: DraftPlan
    id: str
    path: str
    plan: Plan | None
    fields: Fields
    parts: tuple[PartFate, ...]
    items: tuple[ItemFate, ...]
    faults: tuple[Diagnostic, ...] = ()

    @property
    def rows(self) -> tuple[PartFate | ItemFate, ...]:
        return (*self.parts, *self.items)

    @property
    def findings(self) -> list[Diagnostic]:
        """Of the plan and of all its rows."""
        return [*self.faults, *(found for row in self.rows for found in row.faults)]


def error(code: str, message: str, draft: DraftItem, key: str, hint: str) -> Diagnostic:
    """About the cell that ``key`` was read from, or the row where it has none of its own."""
    return Diagnostic(code, Severity.ERROR, message, draft.places.get(key, draft.place), hint)


def warning(code: str, message: str, draft: DraftItem, key: str, hint: str) -> Diagnostic:
    """The same, of what is imported all the same."""
    return Diagnostic(code, Severity.WARNING, message, draft.places.get(key, draft.place), hint)
