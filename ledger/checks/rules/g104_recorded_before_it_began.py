"""G104."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.ledger import Ledger
from ledger.model.register import began
from ledger.model.registers.conveyances import REGISTER as CONVEYANCES

_TOLD_ELSEWHERE = CONVEYANCES.thing
"""G121 says it of these, as an error: what conveys a meeting cannot precede it."""


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in holdings(ledger):
        start = began(holding)
        if holding.type.events is None or holding.type is _TOLD_ELSEWHERE or start is None:
            continue
        for n, entry in standing(holding.record.log):
            if entry.date < start:
                message = (
                    f"{holding.ref} 从{in_chinese(start)}才有，{entry.event}却记在{in_chinese(entry.date)}"
                )
                hint = "核对日期，年份尤其容易写错；已经入库的用 更正 作废后另记"
                yield Finding(holding.spot("log", n, "date"), message, hint)


RULE = Rule(
    code="G104",
    name="recorded-before-it-began",
    severity=Severity.WARNING,
    what="登记簿里一件事的记录早于这件事本身：督察以前就整改，会诊以前就采纳，移交以前就反馈。",
    why="日期多半写错了年份或月份；照它算，逾期的变成按期，按期率、回头看的期限都跟着错。",
    example=(
        "date: 2017-08-14               # 督察开始\n"
        "findings:\n"
        "  - id: 1\n"
        "    log:\n"
        "      - date: 2016-09-20       # 应为 2017-09-20\n"
        "        event: 整改"
    ),
    fix="改正写错的那个日期；已经入库的记录用 更正 作废，再另记一条对的。",
    check=_check,
)
