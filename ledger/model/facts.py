"""The facts of a log on a day: what was dated by then and not made void by then, in the order of their days."""

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from ledger.model.entries import Entry
from ledger.model.events import CORRECT

_DATE = attrgetter("date")


def facts(log: Sequence[Entry], day: date) -> Sequence[Entry]:
    """Entries dated on or before ``day`` and standing on it, stably sorted by date."""
    kept = [e for e in log if e.date <= day]
    if CORRECT in [e.event for e in kept]:
        void = voided(log, day)
        kept = [e for n, e in enumerate(log) if e.date <= day and n not in void]
    kept.sort(key=_DATE)
    return kept


def voided(log: Sequence[Entry], day: date) -> dict[int, int]:
    """Which entry (its place in the log) is made void by which 更正, as known on ``day``.

    A 更正 voids the nearest entry above it with that date and event: what is recorded again below it stands.
    A later 更正 may void an earlier one, which then never happened; so they are read from the last to the first.
    """
    void: dict[int, int] = {}
    corrections = [n for n, entry in enumerate(log) if entry.event == CORRECT]
    for n in reversed(corrections):
        entry = log[n]
        if entry.voids is None or entry.date > day or n in void:
            continue
        target = _above(log, n, void)
        if target is not None:
            void[target] = n
    return void


def _above(log: Sequence[Entry], correction: int, void: dict[int, int]) -> int | None:
    wanted = log[correction].voids
    for n in range(correction - 1, -1, -1):
        entry = log[n]
        if n not in void and wanted and entry.date == wanted.date and entry.event == wanted.event:
            return n
    return None


def first(log: Sequence[Entry], event: str, day: date) -> Entry | None:
    """The first standing fact of that event by ``day``."""
    return next((e for e in facts(log, day) if e.event == event), None)
