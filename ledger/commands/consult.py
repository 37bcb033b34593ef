"""``ledger consult``."""

from dataclasses import replace
from typing import Annotated

from typer import Argument

from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.measures.consulting import advice_to
from ledger.measures.diagnosis import diagnose
from ledger.reports.consulting import consult_page


@command("consult", kept=True)
def run(
    name: Annotated[str, Argument(metavar="单位", help="单位全称或简称")],
    where: Where,
    when: When,
    output: Output,
) -> int:
    """会诊前的准备：这个单位的事项卡在哪里、逾期多久、发过什么单、什么原因，以前的建议落实了没有。

    例：ledger consult 市农业局；ledger consult 市农业局 --day 2017-09-26
    """
    session = open_session(where, when, replace(Which(), unit=[name]))
    unit, day = session.chosen.units[0], session.day.date
    found = diagnose(session.ledger, unit, day, session.all_items)
    report = consult_page(found, list(advice_to(session.ledger, unit, day)))
    return deliver(session.answer("consult", report), output)
