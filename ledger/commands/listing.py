"""``ledger list``."""

from dataclasses import replace
from typing import Annotated

from typer import Argument, Option

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.reports.listing import index_of_lists, listings


@command("list")
def run(
    where: Where,
    when: When,
    which: Which,
    output: Output,
    kind: Annotated[
        str | None, Argument(metavar="[KIND]", help="plans、slips、upstream、units …；不写则列出种类")
    ] = None,
    only_open: Annotated[bool, Option("--open", help="只列未办结的：三单一书、上级文件、方案")] = False,
) -> int:
    """列出登记簿：方案、三单一书、上级文件、单位。

    例：ledger list plans；ledger list slips --open
    """
    session = open_session(where, when, which)
    if kind is None:
        return deliver(session.answer("list", index_of_lists()), output)
    known = listings()
    if kind not in known:
        hint = did_you_mean(kind, known) or f"可写 {'、'.join(known)}"
        raise LedgerError(f"没有“{kind}”这个登记簿；{hint}")
    if only_open and not known[kind].has_open:
        raise LedgerError(f"{kind} 没有办结一说，不能写 --open")
    chosen = replace(session.chosen, only_open=only_open)
    report = known[kind].build(session.ledger, session.day.date, chosen)
    return deliver(session.answer("list", report), output)
