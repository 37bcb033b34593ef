"""G110."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after, in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger

_DAYS = 30


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for holding in inspections(ledger):
        inspection = holding.record
        ended = inspection.until or inspection.date
        if inspection.report is None and days_after(ended, _DAYS) < day:
            message = f"{inspection.id} 已于{in_chinese(ended)}结束，到{in_chinese(day)}还没有督察报告"
            yield Finding(holding.spot("id"), message, "报告印发后写上 report: {number: 文号, date: 日期}")


RULE = Rule(
    code="G110",
    name="inspection-without-report",
    severity=Severity.NOTE,
    what="督察结束超过 30 天，还没有督察报告。",
    why="督察要有结论，并告知被督察的单位；拖久了，问题的整改期限无从谈起，一年里出了几份报告也数不对。",
    example="id: dc-2017-05\nkind: 专项督察\ndate: 2017-08-14\nuntil: 2017-08-18     # 到10月底还没有 report",
    fix="报告印发后在 report 里写文号和日期；几次督察合写一份的，写同一个文号。确实不出报告的，不必理会。",
    check=_check,
)
