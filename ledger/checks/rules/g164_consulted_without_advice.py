"""G164."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.consultations import REGISTER

_WITHIN = 30


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        record = holding.record
        if holding.parent is not None:
            continue
        if not record.advice and days_after(record.date, _WITHIN) < day:
            message = f"{holding.ref} 会诊已过 {_WITHIN} 天，没有提出建议"
            yield Finding(holding.spot("date"), message, "在 advice 写上提出的建议、落实单位和时限")
        for n, advice in enumerate(record.advice):
            if advice.due < record.date:
                message = f"建议 {holding.ref}/{advice.id} 的时限 {advice.due} 早于会诊日期 {record.date}"
                related = ((holding.spot("date"), "会诊日期"),)
                yield Finding(holding.spot("advice", n, "due"), message, "改正写错的那个日期", related)


RULE = Rule(
    code="G164",
    name="consulted-without-advice",
    severity=Severity.WARNING,
    what="会诊过了 30 天还没有提出建议，或者建议的时限早于会诊。",
    why="会诊要查出原因、提出措施；去过一次什么也没有留下，短板还是短板。时限早于会诊的建议一提出就逾期。",
    example="- id: HZ-2017-07\n  unit: 市农业局\n  date: 2017-07-20      # 到9月还没有 advice\n  because: 6月督察排名末位",
    fix="补上 advice：建议怎么办、由谁落实、什么时限；时限写错的改正。",
    check=_check,
)
