"""G144."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.findings import Finding as InspectionFinding
from ledger.model.ledger import Ledger
from ledger.model.register import since
from ledger.model.registers.inspections import Inspection
from ledger.model.registers.pilots import Pilot
from ledger.model.registers.problems import Problem

_TOLD_ELSEWHERE = (Inspection, InspectionFinding, Problem)
"""Rules of their own look at the days of these: G111, G112, G125."""


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in holdings(ledger):
        record = holding.record
        first, last, due = since(holding.type, record), *(getattr(record, k, None) for k in ("until", "due"))
        if first is None or isinstance(record, _TOLD_ELSEWHERE):
            continue
        if isinstance(last, date) and last < first:
            message = f"{holding.ref} 止于{last}，早于开始的{first}"
            yield Finding(holding.spot("until"), message, "改正写错的那个日期")
        if isinstance(due, date) and due < first:
            message = f"{holding.ref} 的期限{due}早于开始的{first}"
            yield Finding(holding.spot("due"), message, "改正写错的那个日期")
        if isinstance(record, Pilot) and record.midterm and not first <= record.midterm <= (last or date.max):
            message = f"{holding.ref} 的中期评估期限{record.midterm}不在试点期内"
            yield Finding(holding.spot("midterm"), message, "改正写错的那个日期")


RULE = Rule(
    code="G144",
    name="ends-before-it-begins",
    severity=Severity.ERROR,
    what="登记簿里的一件事，结束的日期或期限早于开始的日期；或者试点的中期评估期限不在试点期内。",
    why="这样的一件事哪一天也不在期内，期内的应办、在试、在领衔的数都会少算它；期限在前的，一登记就逾期。",
    example="pilots:\n  - id: SD-2017-01\n    date: 2017-03-27\n    until: 2017-03-26        # 应为 2018-03-26",
    fix="核对原件，改正写错的日期。",
    check=_check,
)
