"""G151."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.surveys import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        if holding.record.satisfaction is None:
            message = f"{holding.ref} 没有结果：既没有分档的份数，也没有公布的数值"
            yield Finding(holding.spot("id"), message, "补 valid 和各档份数；只公布了百分数的写 published")


RULE = Rule(
    code="G151",
    name="survey-without-result",
    severity=Severity.WARNING,
    what="满意度调查没有结果。",
    why="没有结果的调查算不出满意率，销账时也没法判断“群众不满意不罢休”这一条过没过。",
    example="- id: MY-2017-04\n  title: 学前教育满意度调查\n  date: 2017-10-20      # 下面没有 valid，也没有 published",
    fix="补上有效问卷和各档份数；只公布了百分数的，照原样写在 published。还没有结果的，有了再登记。",
    check=_check,
)
