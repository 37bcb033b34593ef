"""P129."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import entries
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log, n, entry in entries(ledger):
        if entry.recorded is not None and entry.recorded < entry.date:
            message = f"补记日期 {entry.recorded} 早于事实的日期 {entry.date}"
            related = ((log.spot(n, "date"), "事实的日期"),)
            yield Finding(log.spot(n, "recorded"), message, "改正写错的那个日期", related)


RULE = Rule(
    code="P129",
    name="recorded-before-date",
    severity=Severity.ERROR,
    what="补记日期早于事实发生的日期。",
    why="事情还没有发生，不可能先记下来；两个日期总有一个写错。",
    example="- date: 2017-06-22\n  recorded: 2017-06-02\n  event: 进展",
    fix="核对两个日期；不是补记的，不写 recorded。已经入库（合并）的记录不改：用 更正 作废，再另记一条对的；还没有入库的，直接改。",
    check=_check,
)
