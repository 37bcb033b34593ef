"""What issued papers ask: replies, their own limits, and of the office the review of objections."""

from collections.abc import Iterator
from datetime import date

from ledger.measures.papers import IssuedRow
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.settling import End
from ledger.measures.standing import Standing
from ledger.model.duty import LIMIT, OBJECTION, REPLY, Duty
from ledger.model.ledger import Ledger


def paper_duties(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """A reply to every row; and above 提示单, the day to finish by. Met when the row is settled, whichever way.

    A paper asks nothing of a unit that handed the item over, in another cycle, while the item is suspended, or while
    an objection is being reviewed: then the office owes the review.
    """
    office = ledger.units.current(ledger.settings.office, day)
    for row in row_standings(ledger, day, known=known):
        if row.suspended or (row.settled is not None and row.settled.end in _ASKS_NOTHING):
            continue
        if row.paper.frozen_until is not None and office:
            yield _review(row, office)
        if not row.paper.frozen(day):
            yield from _of_row(row)


_ASKS_NOTHING = {End.GONE, End.WITHDRAWN}


def _review(row: RowStanding, office: str) -> Duty:
    settle = f"ledger record {row.paper.ref} 复核 --by {office} --result 维持"
    due = row.paper.frozen_until or row.paper.issued
    met = row.settled.on if row.settled else None
    return Duty(row.paper.ref, OBJECTION, office, due, met, _title(row), settle)


def _of_row(row: RowStanding) -> Iterator[Duty]:
    paper, met = row.paper, row.settled.on if row.settled else None
    settle = f"ledger reply {paper.slip.id if len(paper.slip.rows) == 1 else paper.ref}"
    yield Duty(paper.ref, REPLY, paper.unit, paper.reply_due, row.replied or met, _title(row), settle)
    if _limits(paper) and paper.limit is not None:
        finish = "配套印发 --plan 方案编号" if paper.slip.track == "docking" else "完成 --evidence 文号"
        settle = f"ledger record {paper.row.subject} {finish}"
        yield Duty(paper.ref, LIMIT, paper.unit, paper.limit, met, _title(row), settle)


def _title(row: RowStanding) -> str:
    return f"{row.paper.slip.kind}：{row.title}"


def _limits(paper: IssuedRow) -> bool:
    """Whether its limit is one of its own: a prompt keeps the item's, a docking 交办单 the document's."""
    return paper.slip.rung > (2 if paper.slip.track == "docking" else 1)
