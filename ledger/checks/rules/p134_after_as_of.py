"""P134."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import entries
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.forms import field_of
from ledger.model.ledger import Ledger
from ledger.model.register import since

_HINT = "改正日期，或修改 ledger.yaml 的 as_of"


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    end = ledger.settings.as_of
    if end is None:
        return
    for log, n, entry in entries(ledger):
        if entry.date > end:  # a fact may well be recorded later
            message = f"{entry.date} 晚于台账的截止日 {end}，按截止日判断时不计"
            yield Finding(log.spot(n, "date"), message, _HINT)
    for holding in holdings(ledger):
        day = since(holding.type, holding.record)
        if day is not None and day > end:
            key = field_of(holding.type.record, holding.type.dated).key
            message = f"{holding.ref} 的日期 {day} 晚于台账的截止日 {end}，不在清单和任何数字里"
            yield Finding(holding.spot(key), message, _HINT)


RULE = Rule(
    code="P134",
    name="after-as-of",
    severity=Severity.WARNING,
    what="记录的日期，或登记簿里一件的日期，晚于归档台账的截止日 as_of。",
    why="不写 --day 时，归档台账一律按 as_of 判断，之后的事实不在任何数字里。",
    example="# ledger.yaml 的 as_of: 2017-10-31\n- date: 2017-11-02\n  event: 完成",
    fix="日期写错的改正；台账继续使用的，删去 ledger.yaml 的 as_of，或改成新的截止日。",
    check=_check,
)
