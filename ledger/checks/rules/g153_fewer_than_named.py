"""G153."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.evaluations import REGISTER as EVALUATIONS
from ledger.model.registers.meetings import REGISTER as MEETINGS


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, EVALUATIONS):
        counted, named = holding.record.topics, len(holding.record.subjects)
        if counted < named:
            message = f"{holding.ref} 评估事项写的是{counted}项，列出来的有{named}项"
            yield Finding(holding.spot("topics"), message, "topics 包括列出来的，不会比它们少")
    for holding in held(ledger, MEETINGS):
        if holding.type is not MEETINGS.thing or holding.record.documents is None:
            continue
        counted, named = holding.record.documents, len(holding.record.plans)
        if counted < named:
            message = f"{holding.ref} 审议文件写的是{counted}件，列出来的方案有{named}个"
            yield Finding(holding.spot("documents"), message, "documents 包括列出来的方案，不会比它们少")


RULE = Rule(
    code="G153",
    name="fewer-than-named",
    severity=Severity.ERROR,
    what="评估事项的项数、会议审议文件的件数，比逐个列出来的还少。",
    why="项数、件数会加到全年的总数里；比列出来的还少，说明两处总有一处是错的。",
    example="documents: 2\nplans: [zb-2017-14, zb-2017-15, zb-2017-16]   # 列了 3 个",
    fix="按会议纪要或评估报告改正；列出来的就是全部时，会议可以不写 documents。",
    check=_check,
)
