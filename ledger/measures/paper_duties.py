"""What issued papers ask: replies, their own limits, and of the office the review of objections."""

from collections.abc import Iterator
from datetime import date

from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.duty import LIMIT, OBJECTION, REPLY, Duty
from ledger.measures.papers import IssuedRow, issued_rows, of_this_cycle
from ledger.measures.standing import Standing
from ledger.model.items import State
from ledger.model.ledger import Ledger


def paper_duties(ledger: Ledger, day: date, known: list[Standing]) -> Iterator[Duty]:
    """A reply to every row; and of the last paper, above 提示单, its day to finish by. Settled with the subject.

    A paper asks nothing more of a unit that handed the item over, in another cycle, while the item is suspended,
    or while an objection is being reviewed: then the office owes the review.
    """
    items = {s.ref: s for s in known}
    rows = [p for p in issued_rows(ledger, day) if not p.withdrawn]
    documents = docking_standings(ledger, day, rows)
    papers = [p for p in rows if _presses(p, items.get(p.row.subject))]
    last = {(p.row.subject, p.unit): p.ref for p in sorted(papers, key=lambda p: (p.issued, p.slip.rung))}
    office = ledger.units.current(ledger.settings.office, day)
    for paper in papers:
        standing, document = items.get(paper.row.subject), documents.get(paper.row.subject)
        subject = standing or document
        title = f"{paper.slip.kind}：{subject.title if subject else paper.row.subject}"
        done = standing.history.claimed if standing else document.settled if document else None
        if paper.frozen_until is not None and office:
            settle = f"ledger record {paper.ref} 复核 --by {office} --result 维持"
            yield Duty(paper.ref, OBJECTION, office, paper.frozen_until, done, title, settle)
        if paper.frozen(day):
            continue
        yield _reply(paper, title, done, document)
        if (
            last[paper.row.subject, paper.unit] == paper.ref
            and _limits(paper)
            and paper.row.limit is not None
        ):
            finish = "配套印发 --plan 方案编号" if document else "完成 --evidence 文号"
            settle = f"ledger record {paper.row.subject} {finish}"
            yield Duty(paper.ref, LIMIT, paper.unit, paper.row.limit, done, title, settle)


def _reply(paper: IssuedRow, title: str, done: date | None, document: DockingStanding | None) -> Duty:
    replied = None if paper.rejected else paper.replied
    if document is not None and paper.slip.rung == 1:  # the arrangement may stand in the document's own log
        replied = replied or document.fed_back
    slip = paper.slip
    settle = f"ledger reply {slip.id if len(slip.rows) == 1 else paper.ref}"
    return Duty(paper.ref, REPLY, paper.unit, slip.reply_due, replied or done, title, settle)


def _limits(paper: IssuedRow) -> bool:
    """Whether its limit is one of its own: a prompt keeps the item's, a docking 交办单 the document's."""
    return paper.slip.rung > (2 if paper.slip.track == "docking" else 1)


def _presses(paper: IssuedRow, standing: Standing | None) -> bool:
    if standing is None:
        return paper.slip.track == "docking"
    stands = standing.history.state not in {State.SUSPENDED, State.CANCELLED}
    return stands and paper.unit in standing.leads and of_this_cycle(paper, standing)
