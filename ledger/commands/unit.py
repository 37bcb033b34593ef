"""``ledger unit``."""

from dataclasses import replace
from typing import Annotated

from typer import Argument

from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.owing import chosen_duties
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.measures.scoring.published import last_place
from ledger.reports.unit import unit_page


@command("unit", kept=True)
def run(
    name: Annotated[str, Argument(metavar="单位|领导", help="单位全称或简称，或领导姓名")],
    where: Where,
    when: When,
    which: Which,
    output: Output,
) -> int:
    """一个单位的待办：最急的在前，每件附办结它的命令。写领导姓名，是他认领、领衔的和请他定的。

    例：ledger unit 市财政局；ledger unit 市委改革办；ledger unit 陆怀川
    """
    session = open_session(where, when, replace(which, unit=[name]))
    unit, day = session.chosen.units[0], session.day.date
    if session.ledger.units.is_leader(unit):
        from ledger.reports.leader import leader_page  # noqa: PLC0415 - a unit's page needs none of it

        owed = chosen_duties(session)
        page = leader_page(unit, day, session.ledger, session.all_items, owed, session.due_soon)
        return deliver(session.answer("unit", page), output)
    place = last_place(session.ledger, unit, day)
    report = unit_page(unit, day, session.items, chosen_duties(session), session.due_soon, place)
    return deliver(session.answer("unit", report), output)
