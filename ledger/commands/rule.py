"""``ledger rule``."""

from typing import Annotated

from typer import Argument

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.checks.run import rules
from ledger.commands.command import command
from ledger.commands.options import Output
from ledger.commands.printing import deliver
from ledger.measures.clause_pages import CLAUSES
from ledger.measures.scoring.gauge import gauges
from ledger.render.answer import Answer
from ledger.reports.rules import clause_page, gauge_page, index_of_rules, rule_page


@command("rule", kept=True)
def run(
    output: Output,
    code: Annotated[
        str | None,
        Argument(
            metavar="[代码]",
            help="规则代码（如 P123）、升级条款（如 E8）或督察重点（如 B3）；不写则全部列出",
        ),
    ] = None,
) -> int:
    """规则说明：查什么、为什么、例子、怎么改；也说明三单一书的升级条款、督察重点怎样算分。

    例：ledger rule；ledger rule P123；ledger rule E8；ledger rule B3
    """
    known, points = {r.code: r for r in rules()}, gauges()
    if code is None:
        return deliver(Answer("rule", None, index_of_rules(list(known.values()), CLAUSES, points)), output)
    wanted = code.upper()
    if wanted in known:
        return deliver(Answer("rule", None, rule_page(known[wanted])), output)
    if wanted in CLAUSES:
        page = clause_page(wanted, CLAUSES[wanted], points.get(wanted))
        return deliver(Answer("rule", None, page), output)
    if wanted in points:
        return deliver(Answer("rule", None, gauge_page(points[wanted])), output)
    hint = did_you_mean(wanted, [*known, *CLAUSES, *points]) or "用 ledger rule 列出全部代码"
    raise LedgerError(f"没有“{code}”这条规则；{hint}")
