"""P146."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.closings import refused
from ledger.checks.rule import Finding, Rule
from ledger.measures.gates import SATISFACTION
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    return refused(ledger, SATISFACTION, "登记满意度调查的结果；没有达到的，整改后重新调查，再申请")


RULE = Rule(
    code="P146",
    name="closed-without-satisfaction",
    severity=Severity.ERROR,
    what="督办规则要求满意率的，方案申请销账或销账的那一天没有满意度调查，或最近一次调查没有达到。",
    why="群众不满意不罢休：改革办成没有，最后由办事的群众和企业说了算。",
    example=(
        "# policy.yaml 写着 closing: {satisfaction: 85}\n"
        "# registers/surveys.yaml 里关于 zb-2017-03 的最近一次：有效 200，满意和很满意 150\n"
        "log:\n"
        "  - date: 2017-09-08\n"
        "    event: 申请销账        # 满意率 75.0%"
    ),
    fix=(
        "在 registers/surveys.yaml 登记关于这个方案（或它的事项）的调查；没有达到的，改好再调查一次。"
        "满意率是很满意和满意的合计占有效问卷的比例，要求由 policy.yaml 的 closing.satisfaction 定。"
    ),
    check=_check,
)
