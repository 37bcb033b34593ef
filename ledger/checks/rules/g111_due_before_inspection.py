"""G111."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.inspections import findings
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding, inspection in findings(ledger):
        due, began = holding.record.due, inspection.record.date
        if due < began:
            message = f"{holding.ref} 的整改期限{in_chinese(due)}早于督察开始的{in_chinese(began)}"
            yield Finding(holding.spot("due"), message, "问题发现以后才谈得上整改，核对期限和督察日期的年份")


RULE = Rule(
    code="G111",
    name="finding-due-before-inspection",
    severity=Severity.ERROR,
    what="督察问题的整改期限早于督察开始的日期。",
    why="这样的问题一登记就逾期，整改率、按期整改率和责任单位的逾期都跟着错。多半是年份写错。",
    example="date: 2017-08-14\nfindings:\n  - id: 1\n    unit: 市农业局\n    due: 2016-11-15     # 早于督察",
    fix="改成通知责任单位的整改期限；督察日期写错的，改督察日期。",
    check=_check,
)
