"""G159."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.indicators import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        indicator = holding.record
        if indicator.value is None and indicator.change is None:
            message = f"{holding.ref} 没有数：既没有数值，也没有同比"
            yield Finding(holding.spot("id"), message, "补 value 和 unit，或 change")
        elif indicator.value is not None and indicator.unit is None:
            message = f"{holding.ref} 的数值 {indicator.value} 没有单位"
            yield Finding(holding.spot("value"), message, "补 unit，如 亿元、元、%")


RULE = Rule(
    code="G159",
    name="indicator-without-number",
    severity=Severity.WARNING,
    what="成果指标没有数值也没有同比，或者有数值没有单位。",
    why="成果指标印在月报里；没有数的不成一行，没有单位的谁也看不懂是多少。",
    example="- {id: JJ-2017-01, title: 地区生产总值, value: 3521.5, …}    # 没有 unit",
    fix="照公布的补上数值和单位；只公布了升降的，只写 change。",
    check=_check,
)
