"""G114."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.inspections import findings
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.model.findings import RELAPSED
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding, _inspection in findings(ledger):
        for n, entry in standing(holding.record.log):
            if entry.event == "回头看" and entry.result == RELAPSED and entry.until is None:
                message = f"{holding.ref} 回头看反弹，没有写重新整改的期限"
                yield Finding(holding.spot("log", n, "result"), message, "在这一条里写 until: 新的整改期限")


RULE = Rule(
    code="G114",
    name="relapse-without-limit",
    severity=Severity.WARNING,
    what="督察问题回头看反弹，没有写新的整改期限。",
    why="反弹的问题要重新整改。没有新的期限，就按原来的期限算，一反弹就逾期几个月，责任单位也不知道要在哪一天以前改好。",
    example="- date: 2017-08-10\n  event: 回头看\n  by: 市委改革办\n  result: 反弹          # 没有 until",
    fix="写上 until，即告知责任单位的新期限；已经入库的，另记一条 批准延期。",
    check=_check,
)
