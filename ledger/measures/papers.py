"""Papers already issued, as known on a day: which stand, what their rows were answered, what has lapsed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.measures.facts import facts, first
from ledger.measures.replay import replay
from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger
from ledger.model.slips import RUNGS, Row, Slip


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """A row of a paper that was issued by the day and not made void. ``unit`` as it is called on the day."""

    slip: Slip
    row: Row
    unit: str
    issued: date
    replied: date | None
    rejected: bool
    accepted: bool

    @property
    def ref(self) -> str:
        return f"{self.slip.id}/{self.row.id}"

    def reply_overdue(self, day: date) -> bool:
        """No reply, and the reply limit is over: a limit that ends today is not."""
        return self.replied is None and self.slip.reply_due < day

    def lapsed(self, day: date) -> bool:
        """The day to finish by is over."""
        return self.row.limit is not None and self.row.limit < day


def issued_on(slip: Slip, day: date) -> date | None:
    """The day of 签发; None while it is not issued, and when it was made void (作废) by ``day``."""
    issue = first(slip.log, "签发", day)
    if issue is None or first(slip.log, "作废", day) is not None:
        return None
    return issue.date


def issued_rows(ledger: Ledger, day: date) -> Iterator[IssuedRow]:
    """Every row that stands on ``day``, papers by id, rows as written."""
    for slip in ledger.slips:
        issued = issued_on(slip, day)
        if issued is None:
            continue
        unit = ledger.units.current(slip.unit, day)
        for row in slip.rows:
            yield _row(slip, row, unit, issued, day)


def _row(slip: Slip, row: Row, unit: str, issued: date, day: date) -> IssuedRow:
    words = [(e.event, e.date) for e in facts(row.log, day)]
    verdicts = [event for event, _ in words if event in {"回复", "验收", "退回"}]
    replies = [when for event, when in words if event == "回复"]
    return IssuedRow(
        slip=slip,
        row=row,
        unit=unit,
        issued=issued,
        replied=replies[0] if replies else None,
        rejected=verdicts[-1:] == ["退回"],
        accepted=verdicts[-1:] == ["验收"],
    )


@dataclass(frozen=True, slots=True)
class PaperCount:
    """Papers (件; 责令书 in 期) and the rows on them, apart: they are never added up."""

    papers: int = 0
    rows: int = 0


def of_this_cycle(paper: IssuedRow, standing: Standing) -> bool:
    """Whether the item is still in the cycle that it was in on the day the paper was judged."""
    cycle = standing.history.cycle
    if cycle is None or cycle <= paper.slip.as_of:
        return True
    then = replay(standing.item, standing.plan.lead, paper.slip.as_of, standing.history.unit)
    return then.cycle == cycle


def count_papers(slips: Iterable[Slip], day: date, since: date = date.min) -> dict[str, PaperCount]:
    """Of these papers, those issued from ``since`` through ``day`` by kind, lowest rung first."""
    counts = {kind: PaperCount() for kind in RUNGS}
    for slip in slips:
        issued = issued_on(slip, day)
        if issued is None or issued < since:
            continue
        before = counts[slip.kind]
        counts[slip.kind] = PaperCount(before.papers + 1, before.rows + len(slip.rows))
    return counts
