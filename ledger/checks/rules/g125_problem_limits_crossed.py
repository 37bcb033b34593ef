"""G125."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.problems import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        record = holding.record
        if record.due < record.date:
            message = f"{holding.ref} 的办结期限早于列入日期{in_chinese(record.date)}"
            yield Finding(holding.spot("due"), message, "核对两个日期")
        if record.document_due is not None and record.document_due > record.due:
            message = f"{holding.ref} 的出台期限晚于办结期限{in_chinese(record.due)}"
            yield Finding(holding.spot("document_due"), message, "先出台文件，再办结")


RULE = Rule(
    code="G125",
    name="problem-limits-crossed",
    severity=Severity.ERROR,
    what="改革问题的办结期限早于列入日期，或出台文件的期限晚于办结期限。",
    why="问题先列入清单，再出台文件，见效了才办结；期限倒过来，一列入就是逾期，或者文件还没有到期就该办结。",
    example="date: 2017-02-20\ndocument_due: 2017-12-31\ndue: 2017-10-31     # 早于出台期限",
    fix="核对 date、document_due、due；只有一个期限的，document_due 不写。",
    check=_check,
)
