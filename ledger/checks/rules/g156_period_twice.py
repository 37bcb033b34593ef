"""G156."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ledger.base.diagnostics import Severity
from ledger.base.periods import MONTH, Period
from ledger.base.recurring import period_of
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.register import Register
from ledger.model.registers.publicity import REGISTER as PUBLICITY
from ledger.model.registers.ratings import REGISTER as RATINGS

_ONCE: tuple[tuple[Register[Any], str, Callable[[Any], Period]], ...] = (
    (PUBLICITY, "date", lambda month: period_of(month.date, MONTH)),
    (RATINGS, "quarter", lambda rating: rating.period),
)


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for register, key, period_in in _ONCE:
        first: dict[Period, str] = {}
        for holding in held(ledger, register):
            period = period_in(holding.record)
            if period in first:
                message = f"{holding.ref} 和 {first[period]} 都是{period}的{register.word}"
                yield Finding(holding.spot(key), message, "并成一条，或改正时间")
            first.setdefault(period, holding.ref)


RULE = Rule(
    code="G156",
    name="period-twice",
    severity=Severity.ERROR,
    what="同一个月的宣传、同一个季度的双向测评登记了两条。",
    why="月度、年度合计把每条都加上；登记两条，数就多算了一遍，一个季度也会有两个名次。",
    example="- {id: XC-2017-09, title: 九月宣传, date: 2017-09-30}\n- {id: XC-2017-09b, title: 九月宣传（补）, date: 2017-09-20}",
    fix="把两条并成一条；其实是另一个月、另一个季度的，改正 date 或 quarter。",
    check=_check,
)
