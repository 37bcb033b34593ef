"""How many papers were issued, or would be, by kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.measures.papers import issued_on
from ledger.model.slips import RUNGS, Slip

if TYPE_CHECKING:  # status counts papers and rules on nothing
    from ledger.measures.rulings import Ruling


@dataclass(frozen=True, slots=True)
class PaperCount:
    """Papers (件; 责令书 in 期) and the rows on them, apart: they are never added up."""

    papers: int = 0
    rows: int = 0


def issued_since(slip: Slip, day: date, since: date = date.min) -> bool:
    """Whether it was issued from ``since`` through ``day`` and not made void: what figures count."""
    issued = issued_on(slip, day)
    return issued is not None and issued >= since


def count_papers(
    slips: Iterable[Slip], day: date, since: date = date.min, about: set[str] | None = None
) -> dict[str, PaperCount]:
    """Of these papers, those issued from ``since`` through ``day`` by kind, lowest rung first.

    ``about`` counts only rows of these subjects.
    """
    counts = {kind: PaperCount() for kind in RUNGS}
    for slip in slips:
        if not issued_since(slip, day, since):
            continue
        before = counts[slip.kind]
        counts[slip.kind] = PaperCount(
            before.papers + 1, before.rows + sum(about is None or row.subject in about for row in slip.rows)
        )
    return counts


def count_proposed(proposed: Sequence["Ruling"], grouping: str) -> dict[str, PaperCount]:
    """What these rulings come to, lowest rung first: one paper a unit, or (``per_item``) one a row."""
    counts = {}
    for number, kind in enumerate(RUNGS, 1):
        rows = [r for r in proposed if r.rung == number]
        papers = len(rows) if grouping == "per_item" else len({(r.track, r.unit) for r in rows})
        counts[kind] = PaperCount(papers, len(rows))
    return counts
