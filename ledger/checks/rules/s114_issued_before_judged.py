"""S114."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.papers import standing_slips
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for paper in standing_slips(ledger):
        if paper.issued < paper.slip.as_of:
            message = f"签发日期 {paper.issued} 早于判定日 {paper.slip.as_of}"
            related = ((paper.spot("as_of"), "判定日"),)
            yield Finding(paper.issue_spot("date"), message, "改正写错的那个日期", related)


RULE = Rule(
    code="S114",
    name="issued-before-judged",
    severity=Severity.ERROR,
    what="单据的签发日期早于判定日（as_of）。",
    why="先按判定日的情况判定，再签发；签发在前，说明有一个日期写错。各项期限从签发之日起算，也会跟着错。",
    example="as_of: 2017-10-31\nlog:\n  - date: 2017-10-13       # 应为 2017-10-31\n    event: 签发\n    by: 市委改革办",
    fix="核对两个日期，改正写错的一个；已经入库（合并）的签发记录用 更正 作废，再另记一条对的。",
    check=_check,
)
