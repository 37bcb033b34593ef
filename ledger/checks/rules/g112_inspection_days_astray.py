"""G112."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding
from ledger.model.ledger import Ledger

_HINT = "核对日期，年份尤其容易写错"


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in inspections(ledger):
        yield from _of_span(holding)
        yield from _of_rounds(holding)
        yield from _of_findings(holding)


def _of_span(holding: Holding) -> Iterator[Finding]:
    record, report = holding.record, holding.record.report
    if record.until and record.until < record.date:
        message = f"{record.id} 的结束日期{in_chinese(record.until)}早于开始日期{in_chinese(record.date)}"
        yield Finding(holding.spot("until"), message, _HINT)
    if report and report.date < record.date:
        message = f"{record.id} 的报告日期{in_chinese(report.date)}早于督察开始的{in_chinese(record.date)}"
        yield Finding(holding.spot("report", "date"), message, _HINT)


def _of_rounds(holding: Holding) -> Iterator[Finding]:
    record = holding.record
    for n, each in enumerate(record.rounds):
        last = each.until or each.date
        if last < each.date:
            message = f"第{each.id}轮的结束日期{in_chinese(last)}早于开始日期{in_chinese(each.date)}"
            yield Finding(holding.spot("rounds", n, "until"), message, _HINT)
        elif each.date < record.date or (record.until and record.until < last):
            span = f"{in_chinese(record.date)}至{in_chinese(record.until)}" if record.until else "督察开始"
            where = "不在" if record.until else "早于"
            yield Finding(holding.spot("rounds", n, "date"), f"第{each.id}轮的日期{where}{span}", _HINT)


def _of_findings(holding: Holding) -> Iterator[Finding]:
    began, until = holding.record.date, holding.record.until
    for n, found in enumerate(holding.record.findings):
        if found.date and (found.date < began or (until and until < found.date)):
            message = f"{holding.ref}/{found.id} 的发现日期{in_chinese(found.date)}不在督察的起止日期以内"
            yield Finding(holding.spot("findings", n, "date"), message, _HINT)


RULE = Rule(
    code="G112",
    name="inspection-days-astray",
    severity=Severity.ERROR,
    what="督察的日期先后不对：结束早于开始，某一轮或发现问题的日期不在督察的起止日期以内，或者报告早于督察。",
    why="某一天做过几次、几轮督察，有没有报告，都按这些日期数；先后颠倒，本月、本年的数就错了。",
    example="date: 2017-05-15\nuntil: 2017-10-27\nrounds:\n  - id: 4\n    title: 验收\n    date: 2017-11-23     # 在结束以后",
    fix="改正写错的日期；分轮次的督察，until 写最后一轮的最后一天，还没有完的不写。",
    check=_check,
)
