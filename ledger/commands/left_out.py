"""Whether a bulletin was computed from files that were out of date by the end of its month already."""

from collections.abc import Sequence
from datetime import date

from ledger.commands.basis import Bases, Found
from ledger.files.commits import known_beside
from ledger.measures.comparing.bearing import bearing
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.changes import changes
from ledger.model.ledger import Ledger


def known_then(bases: Bases, path: str, day: date, then: Found, late: Sequence[Change]) -> list[Change]:
    """Those of ``late``, missing in the files ``then``, that were committed by ``day`` where the bulletin came about.

    Nobody recorded them late: whoever made the bulletin had them, or could have.
    """
    repository = bases.repository
    commit = repository and known_beside(repository, path, f"digest: {then.digest}", day)
    if not commit:
        return []
    held = bases.at(commit)
    return _both(late, then.reading.ledger, held.reading.ledger, day) if held.digest != then.digest else []


def _both(late: Sequence[Change], old: Ledger, known: Ledger, day: date) -> list[Change]:
    there = [(c.kind, c.subject, c.after) for c in bearing(changes(old, known), day)]
    return [c for c in late if (c.kind, c.subject, c.after) in there]
