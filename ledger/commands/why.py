"""``ledger why``."""

from dataclasses import replace
from typing import Annotated

from typer import Argument

from ledger.commands.command import command
from ledger.commands.find import find_item, find_thing, no_such
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver
from ledger.commands.session import Session, open_session
from ledger.measures.docking import docking_standing
from ledger.measures.escalation import rulings
from ledger.measures.forecast import next_step
from ledger.measures.hindsight import judged_then
from ledger.measures.papers import issued_rows
from ledger.measures.settled import row_standings
from ledger.model.slips import Slip
from ledger.reports.blocks import Report
from ledger.reports.show_thing import why_thing
from ledger.reports.why import Asked, why
from ledger.reports.why_docking import why_docking
from ledger.reports.why_slip import why_slip


@command("why", kept=True)
def run(
    ref: Annotated[str, Argument(metavar="编号", help="事项、单或单的一行，或登记簿里一件事的编号")],
    where: Where,
    when: When,
    output: Output,
) -> int:
    """为什么是这个状态：逐条记录怎么算、时限怎么来、发过什么单、依据哪一条、下一步何时应发什么。

    例：ledger why zb-2017-05/1 --day 2017-09-30；ledger why JB-2017-006
    """
    session = open_session(where, when)
    return deliver(session.answer("why", _report(session, ref)), output)


def _report(session: Session, ref: str) -> Report:
    ledger, day = session.ledger, session.day.date
    slip = next((s for s in ledger.slips if s.id == ref.partition("/")[0]), None)
    if slip is not None:
        return _of_slip(session, slip, ref)
    standing = find_item(session, ref)
    document = next((d for d in ledger.upstream if d.id == ref), None)
    subject = standing.ref if standing else ref
    issued = [p for p in issued_rows(ledger, day) if p.row.subject == subject]
    papers = row_standings(ledger, day, issued)
    asked = _with_next(session, {subject})
    if standing is not None:
        return why(standing, papers, asked, ledger)
    if document is not None:
        docking = docking_standing(document, ledger, day, issued)
        return why_docking(docking, papers, asked, ledger)
    found = find_thing(session, ref)
    if found is not None:
        return why_thing(found[0], ledger)
    raise no_such(session, ref, only_items=True)


def _of_slip(session: Session, slip: Slip, ref: str) -> Report:
    """The paper, narrowed to one row where a row was named."""
    ledger, day = session.ledger, session.day.date
    row = ref.partition("/")[2]
    if row:
        slip = replace(slip, rows=tuple(r for r in slip.rows if r.id == row))
        if not slip.rows:
            raise no_such(session, ref)
    refs = {f"{slip.id}/{r.id}" for r in slip.rows}
    rows = row_standings(ledger, day, [p for p in issued_rows(ledger, day) if p.ref in refs])
    addressed = {r.paper.unit for r in rows}
    asked = [
        (r, n) for r, n in _with_next(session, {r.paper.row.subject for r in rows}) if r.unit in addressed
    ]
    return why_slip(slip, day, rows, judged_then(ledger, slip), asked, ledger)


def _with_next(session: Session, subjects: set[str]) -> list[Asked]:
    """As the run of the day judges them, among all others: of a backlog only the first are taken."""
    found = [r for r in rulings(session.ledger, session.day.date) if r.subject in subjects]
    return [(r, next_step(session.ledger, r)) for r in found]
