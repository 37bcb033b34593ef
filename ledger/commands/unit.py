"""``ledger unit``."""

from dataclasses import replace
from typing import Annotated

from typer import Argument

from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.owing import chosen_duties
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.reports.unit import unit_page


@command("unit")
def run(
    name: Annotated[str, Argument(metavar="单位", help="单位全称或简称")],
    where: Where,
    when: When,
    which: Which,
    output: Output,
) -> int:
    """一个单位的待办：最急的在前，每件附办结它的命令。改革办自己的待办也这样看。

    例：ledger unit 市财政局；ledger unit 市委改革办
    """
    session = open_session(where, when, replace(which, unit=[name]))
    unit = session.chosen.units[0]
    report = unit_page(unit, session.day.date, session.items, chosen_duties(session), session.due_soon)
    return deliver(session.answer("unit", report), output)
