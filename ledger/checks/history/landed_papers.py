"""Papers that had been issued in the older version of a ledger, for the rules about history."""

from collections.abc import Callable
from dataclasses import replace

from ledger.checks.history.comparison import Comparison
from ledger.checks.papers import PlacedSlip, issued_slips
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ROW, SLIP


def landed_papers(comparison: Comparison, asked: Callable[[str], bool]) -> dict[str, PlacedSlip]:
    """Those whose id is ``asked`` for, void ones too: what was sent was sent. A draft may still change."""
    before = comparison.before
    slips = tuple(slip for slip in before.slips if asked(slip.id))
    return {paper.slip.id: paper for paper in issued_slips(replace(before, slips=slips))}


def touched_papers(comparison: Comparison) -> dict[str, PlacedSlip]:
    """Those of which something changed, or of one of their rows, by the id that they had."""
    changes = (c for c in comparison.changes if c.thing in {SLIP, ROW} and c.kind not in _HARMLESS)
    names = {str(c.before if c.kind is Kind.RENUMBERED else c.subject).partition("/")[0] for c in changes}
    return landed_papers(comparison, names.__contains__)


_HARMLESS = frozenset({Kind.ENTRY_ADDED, Kind.MOVED})
