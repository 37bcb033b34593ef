"""``ledger status``."""

from dataclasses import astuple
from typing import Annotated

from typer import Option

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.summing import chosen, summed
from ledger.measures.progress import GROUPINGS
from ledger.measures.selection import Selection
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
    found = (summed(where, when, by) if _asks_for_all(where, which) else None) or chosen(
        where, when, which, by
    )
    session = found.session
    whole = session.chosen == Selection()
    report = overview(Overview(session.ledger, session.day.date, found.summary, by, whole))
    return deliver(session.answer("status", report), output)


def _asks_for_all(where: Where, which: Which) -> bool:
    """All of the work tree."""
    return where.at is None and all(value is None or value == [] for value in astuple(which))
