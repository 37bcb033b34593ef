"""Versions of policy.yaml, or of scoring.yaml, that came and went."""

from ledger.checks.history.comparison import Comparison
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import Thing


def came_and_went(
    comparison: Comparison, kind: str
) -> tuple[list[Change], list[Change], list[tuple[Change, Change]]]:
    """New versions of that kind, those that are gone, and those of which only ``from`` was edited: as it was, as it is."""
    new, gone = list(comparison.of(Kind.ADDED, kind)), list(comparison.of(Kind.REMOVED, kind))
    redated = []
    for old in list(gone):
        now = next((c for c in new if _rules(c.after) == _rules(old.before)), None)
        if now is not None:
            redated.append((old, now))
            gone.remove(old)
            new.remove(now)
    return new, gone, redated


def _rules(version: Thing) -> dict[str, object]:
    return {key: value for key, value in version.fields.items() if key != "from"}
