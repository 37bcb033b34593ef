"""One difference between two versions of a ledger."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ledger.base.diagnostics import Spot
from ledger.model.entries import Entry


class Kind(StrEnum):
    """What was done, the gravest first: what rewrites history, what moves figures, what is merely new."""

    REUSED = "id_reused"
    REMOVED = "removed"
    RENUMBERED = "renumbered"
    ENTRY_REMOVED = "entry_removed"
    ENTRY_EDITED = "entry_edited"
    ENTRY_INSERTED = "entry_inserted"
    ENTRY_MOVED = "entry_moved"
    EVIDENCE_REMOVED = "evidence_removed"
    EDITED = "edited"
    STATUS = "status"
    DUE = "due"
    LEAD = "lead"
    ADDED = "added"
    ENTRY_ADDED = "entry_added"
    MOVED = "moved"


GRAVITY = {kind: n for n, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``before`` and ``after`` are the values, entries or things that differ; None where there is none.

    ``spot`` is where it stands now, or the nearest thing that survived; ``was`` where it stood before. ``field`` is the
    key of what was edited; ``nested`` what came or went with the thing it stands in.
    """

    kind: Kind
    thing: str
    subject: str
    before: Any
    after: Any
    spot: Spot
    was: Spot | None = None
    field: str = ""
    nested: bool = False
    number: int | None = None


def lost_evidence(before: Entry, after: Entry) -> list[str]:
    """The papers that an entry no longer names."""
    kept = {e.name for e in after.evidence}
    return [e.name for e in before.evidence if e.name not in kept]
