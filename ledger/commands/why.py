"""``ledger why``."""

from typing import Annotated

from typer import Argument

from ledger.commands.command import command
from ledger.commands.find import find_item, no_such
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.measures.escalation import rulings
from ledger.measures.papers import issued_rows
from ledger.reports.why import why


@command("why")
def run(
    ref: Annotated[str, Argument(metavar="编号", help="事项编号，如 zb-2017-05/1")],
    where: Where,
    when: When,
    output: Output,
) -> int:
    """为什么是这个状态：逐条记录怎么算、时限怎么来、发过什么单、下一步应发什么。

    例：ledger why zb-2017-05/1 --day 2017-09-30
    """
    session = open_session(where, when)
    standing = find_item(session, ref)
    if standing is None:
        raise no_such(session, ref, only_items=True)
    papers = [p for p in issued_rows(session.ledger, session.day.date) if p.row.subject == standing.ref]
    papers.sort(key=lambda p: p.issued)
    ruled = [r for r in rulings(session.ledger, session.day.date) if r.standing.ref == standing.ref]
    return deliver(session.answer("why", why(standing, papers, ruled)), output)
