"""What a sheet says of a plan, before anybody compares it with a ledger: fields, and the cell each was read from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.base.diagnostics import Diagnostic, Place

Fact = str | list[str] | list[dict[str, str]]
"""A field's value as a plan file holds it: a text, names, or nodes (``id``, ``title``, ``due``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a row says has happened to its item. ``state`` is one of measures' identifiers, ``completed`` or others.

    ``unfinished``: it says 未完成, and not whether it was begun.

    ``day`` is the day the row gives for it, None where it gives none; ``evidence`` are numbers or titles of papers.
    """

    state: str | None = None
    unfinished: bool = False
    percent: str | None = None
    note: str = ""
    evidence: tuple[str, ...] = ()
    day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftItem:
    """One row that is an item.

    ``fields`` are keys of a plan file's item (``id``, ``title``, ``part``, ``text``, ``lead``, ``with``, ``due``,
    ``nodes``, …) without its log; ``places`` the cell of each, and of what :class:`Progress` says (``state``, ``note``, …).

    ``remarks`` say in Chinese what was not simply copied («“年底前”读作2020年»). ``faults`` are errors that keep this
    row out of the ledger.
    """

    place: Place
    fields: Mapping[str, Fact]
    places: Mapping[str, Place] = field(default_factory=dict)
    progress: Progress = Progress()
    remarks: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """A heading: a row with children, or a section's name. ``remarks`` say what of its row is not kept (a time limit)."""

    place: Place
    id: str
    title: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reported:
    """``day`` is that of which the sheet reports, ``phrase`` how it says so (截至10月底)."""

    place: Place
    phrase: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlan:
    """All rows of one plan in the order of the sheet.

    ``fields`` are what the sheet says of the plan: ``id``, ``title``, ``number``, and ``issued``, the document's day.
    ``columns`` are the keys of :class:`DraftItem`'s fields and of :class:`Progress` that the sheet has a column for:
    of others it says nothing.
    ``skipped`` are rows and sheets that are no part of the list, each with the reason: totals, notes, hidden rows.
    ``remarks`` are of the whole: columns that nobody knows, a title from above the head. ``faults`` belong to no single
    row.
    """

    fields: Mapping[str, Fact] = field(default_factory=dict)
    parts: tuple[DraftPart, ...] = ()
    items: tuple[DraftItem, ...] = ()
    columns: frozenset[str] = frozenset()
    skipped: tuple[tuple[Place, str], ...] = ()
    remarks: tuple[tuple[Place, str], ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    reported: Reported | None = None
