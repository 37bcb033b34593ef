"""What a clean-up of pilots came to: the counts of a report, or those of the ledger's own pilots."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ledger.measures.holdings import courses
from ledger.measures.progress import percent
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.cleanups import Cleanup
from ledger.model.registers.pilots import CLOSE, ENDED, KEEP, MERGE, REGISTER, Pilot


@dataclass(frozen=True, slots=True)
class CleanupCounts:
    """``merged`` and ``closed`` are None where nobody said; ``pending`` were not decided on by the day."""

    before: int
    merged: int | None
    closed: int | None
    kept: int
    pending: int = 0

    @property
    def gone(self) -> int:
        return self.before - self.kept - self.pending

    def __str__(self) -> str:
        """141 = 27 + 54 + 60; 3169 → 1596, where only what was kept is known."""
        if self.merged is None or self.closed is None:
            return f"{self.before} → {self.kept}"
        parts = [self.merged, self.closed, self.kept, *([self.pending] if self.pending else [])]
        return f"{self.before} = {' + '.join(map(str, parts))}"

    @property
    def words(self) -> str:
        """合并27，终止54，保留60（42.6%），减少81; 保留50.4%，减少1573, where only what was kept is known."""
        rate = percent(self.kept, self.before)
        share = f"{rate}%" if rate is not None else "—"
        if self.merged is None or self.closed is None:
            return f"保留{share}，减少{self.gone}"
        pending = f"，未定{self.pending}" if self.pending else ""
        return f"合并{self.merged}，终止{self.closed}，保留{self.kept}（{share}）{pending}，减少{self.gone}"


def is_over(cleanup: Cleanup, day: date) -> bool:
    return cleanup.until <= day


def cleanup_counts(cleanup: Cleanup, ledger: Ledger, day: date) -> CleanupCounts | None:
    """None of one that others count and that is not over: what it will have come to is not known yet."""
    if cleanup.before is not None:
        if not is_over(cleanup, day):
            return None
        kept = cleanup.kept
        if kept is None:
            kept = max(0, cleanup.before - (cleanup.merged or 0) - (cleanup.closed or 0))
        return CleanupCounts(cleanup.before, cleanup.merged, cleanup.closed, kept)
    last = min(day, cleanup.until)
    there = [p for p in courses(ledger, last, REGISTER) if _was_there(p, cleanup.date)]
    decided = Counter(_decision(p, cleanup.date) for p in there)
    return CleanupCounts(len(there), decided[MERGE], decided[CLOSE], decided[KEEP], decided[None])


def _was_there(pilot: Course[Pilot], first: date) -> bool:
    """Approved before the clean-up began, and not ended before it."""
    ends = [
        e for e in pilot.facts if e.event in {MERGE, CLOSE} or (e.event == KEEP and e.result == "转为常态")
    ]
    return pilot.record.date < first and not any(e.date < first for e in ends)


def _decision(pilot: Course[Pilot], first: date) -> str | None:
    """The last one since ``first``."""
    last = pilot.last(MERGE, CLOSE, KEEP)
    return last.event if last and last.date >= first else None


def is_kept(pilot: Course[Pilot]) -> bool:
    """Whether a decision kept it, and none ended it since."""
    last = pilot.last(MERGE, CLOSE, KEEP)
    return last is not None and last.event == KEEP


def is_in_force(pilot: Course[Pilot]) -> bool:
    return pilot.state not in ENDED
