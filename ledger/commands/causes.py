"""``ledger causes``."""

from typing import Annotated

from typer import Option

from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.measures.causes import KEYS
from ledger.measures.thing_selection import fits_thing
from ledger.measures.thing_states import thing_standings
from ledger.model.registers.problems import REGISTER
from ledger.reports.causes import cause_report


@command("causes", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    output: Output,
    by: Annotated[str | None, Option("--by", metavar="归口", help="field、group 或 lead")] = None,
) -> int:
    """共性问题：每种原因卡住多少事项和改革问题，涉及哪些领域、专项小组、牵头单位。

    例：ledger causes；ledger causes --by field；ledger causes --by lead --cause 资金未落实
    """
    if by is not None and by not in KEYS:
        raise LedgerError(f"--by 不能写{quoted(by)}；可写 {'、'.join(KEYS)}")
    session = open_session(where, when, which)
    ledger, day, chosen = session.ledger, session.day.date, session.chosen
    only_items = chosen.figures or chosen.issued_for is not None
    problems = [] if only_items else thing_standings(ledger, day, REGISTER)
    known = [problem for problem in problems if fits_thing(problem, ledger, chosen)]
    return deliver(session.answer("causes", cause_report(day, session.items, known, by)), output)
