"""``ledger status``."""

from typing import Annotated

from typer import Option

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.measures.plans import tallies_by_plan
from ledger.measures.progress import GROUPINGS
from ledger.measures.selection import Selection
from ledger.measures.summary import summarised
from ledger.reports.overview import Overview, overview


@command("status", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    output: Output,
    by: Annotated[str | None, Option("--by", metavar="分组", help="plan、field、group、lead 或 unit")] = None,
) -> int:
    """总体情况一屏：完成率、到期与逾期、三单一书、最久逾期和卡点原因。

    例：ledger status --by lead；ledger status --issued-for 6m --day 2017-10-31
    """
    if by is not None and by not in GROUPINGS:
        hint = did_you_mean(by, GROUPINGS) or f"可写 {'、'.join(GROUPINGS)}"
        raise LedgerError(f"--by 不能写“{by}”；{hint}")
    session = open_session(where, when, which)
    day, due_soon = session.day.date, session.due_soon
    own = tallies_by_plan(session.all_items, due_soon)
    summary = summarised(session.items, session.plans, own, due_soon, by)
    whole = session.chosen == Selection()
    report = overview(Overview(session.ledger, day, summary, by, whole))
    return deliver(session.answer("status", report), output)
