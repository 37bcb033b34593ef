"""``ledger overdue``."""

from typing import Annotated

from typer import Option

from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.owing import chosen_duties
from ledger.commands.printing import FAILED, deliver
from ledger.commands.session import open_session
from ledger.reports.duties import overdue


@command("overdue", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    output: Output,
    fail: Annotated[bool, Option("--fail", help="有逾期时退出码为 1，供定时任务使用")] = False,
) -> int:
    """逾期清单：逾期事项（最久在前），以及到期未办的回复、核验、对接等。

    例：ledger overdue --lead 市教育局；ledger overdue --fail
    """
    session = open_session(where, when, which)
    day = session.day.date
    items = sorted((s for s in session.items if s.overdue), key=lambda s: -s.overdue_days)
    duties = [d for d in chosen_duties(session) if d.overdue_days(day)]
    code = deliver(session.answer("overdue", overdue(day, items, duties)), output)
    return FAILED if fail and (items or duties) else code
