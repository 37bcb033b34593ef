"""``ledger trend``."""

import re
from datetime import date
from typing import Annotated

from typer import Option

from ledger.base.days import in_chinese
from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.recall import recall
from ledger.commands.session import asked_for, open_session, unread_plans
from ledger.measures.known import first_fact
from ledger.measures.selection import resolved
from ledger.measures.trend import month_ends, point, recalled
from ledger.reports.recorded_trend import recorded_trend
from ledger.reports.trend import trend

MOST = 120
_MONTHS = re.compile(r"[1-9]\d{0,2}", re.ASCII)


@command("trend", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    output: Output,
    months: Annotated[
        str, Option("--months", metavar="个数", help="最近多少个月，默认 12，最多 120", show_default=False)
    ] = "12",
    recorded: Annotated[bool, Option("--recorded", help="按当时已经记下的算，与现在对照")] = False,
) -> int:
    """逐月走势：完成率、逾期、发单，最后一个月算到判定日。

    例：ledger trend --months 6；ledger trend --lead 市财政局；ledger trend --recorded
    """
    if recorded and where.at is not None:
        raise LedgerError("--recorded 按月取当时的提交，不与 --at 同用")
    count = _number(months)
    session = open_session(where, when, which)
    day, asked, unread = session.day.date, asked_for(which), unread_plans(session.sources)
    first = first_fact(session.ledger)
    days = month_ends(day, count, first)
    chosen = {d: resolved(asked, session.ledger, d, unread) for d in days}
    more = [_left_out(count - len(days), first)]
    if recorded:
        found = recall(session, days)
        report = recorded_trend(day, [recalled(session.ledger, p, chosen[p.day]) for p in found.pasts])
        more += found.remarks
    else:
        report = trend(day, [point(session.ledger, d, chosen[d]) for d in days])
    return deliver(session.answer("trend", report, *more), output)


def _number(months: str) -> int:
    if not _MONTHS.fullmatch(months) or int(months) > MOST:
        raise LedgerError(f"--months 不能写{quoted(months)}；应是 1 至 {MOST} 的整数")
    return int(months)


def _left_out(count: int, first: date | None) -> str:
    if not count:
        return ""
    said = f"最早的记录在 {in_chinese(first)}" if first else "台账里还没有记录"
    return f"{said}，此前 {count} 个月不列"
