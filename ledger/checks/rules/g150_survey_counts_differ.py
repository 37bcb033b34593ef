"""G150."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.surveys import REGISTER, SCALE, Survey


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        survey: Survey = holding.record
        told = [level for level in SCALE if getattr(survey, level) is not None]
        if told and survey.valid != survey.answers:
            valid = "没有写" if survey.valid is None else f"是{survey.valid}份"
            message = f"{holding.ref} 各档合计{survey.answers}份，有效问卷{valid}"
            where = "valid" if survey.valid is not None else told[0]
            yield Finding(holding.spot(where), message, "核对原表；没有分档公布的份数写在 unsorted")
        if survey.issued is not None and survey.valid is not None and survey.valid > survey.issued:
            message = f"{holding.ref} 有效问卷{survey.valid}份，比发放的{survey.issued}份还多"
            yield Finding(holding.spot("issued"), message, "核对发放数和有效数")


RULE = Rule(
    code="G150",
    name="survey-counts-differ",
    severity=Severity.ERROR,
    what="满意度调查的各档份数加起来不等于有效问卷，或者有效问卷比发放的还多。",
    why="满意率是各档份数除以有效问卷。份数对不上，算出来的百分数就不能印，也经不起别人再算一遍。",
    example="valid: 2086\nvery_satisfied: 1917\nunsorted: 150          # 1917 + 150 = 2067，少了 19 份",
    fix="按原始统计表改正；只知道非常满意有多少、其余没有分档的，其余写在 unsorted。",
    check=_check,
)
