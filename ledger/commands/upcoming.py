"""``ledger upcoming``."""

import re
from typing import Annotated

from typer import Option

from ledger.base.days import days_after
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.owing import chosen_duties
from ledger.commands.printing import FAILED, deliver
from ledger.commands.session import open_session
from ledger.reports.duties import upcoming

_DAYS = re.compile(r"\d{1,4}", re.ASCII)


@command("upcoming", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    output: Output,
    days: Annotated[str | None, Option("--days", metavar="天数", help="今后多少天，默认 30")] = None,
    fail: Annotated[bool, Option("--fail", help="有将到期的事时退出码为 1")] = False,
) -> int:
    """近期到期：今后一段时间里谁该办什么，最近的在前。

    例：ledger upcoming --days 7；ledger upcoming --unit 市财政局
    """
    session = open_session(where, when, which)
    day = session.day.date
    until = days_after(day, session.due_soon if days is None else _number(days))
    duties = [d for d in chosen_duties(session) if day <= d.due <= until]
    code = deliver(session.answer("upcoming", upcoming(day, until, duties)), output)
    return FAILED if fail and duties else code


def _number(days: str) -> int:
    if not _DAYS.fullmatch(days):
        raise LedgerError(f"--days 不能写{quoted(days)}；应是 0 至 9999 的整数")
    return int(days)
