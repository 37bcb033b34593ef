"""G135."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.briefings import REGISTER, Briefing


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for holding in held(ledger, REGISTER):
        briefing: Briefing = holding.record
        if briefing.number is None:
            continue
        used = first.setdefault((briefing.kind, briefing.number), briefing.id)
        if used != briefing.id:
            message = f"{briefing.kind}{briefing.number} 已经是 {used} 的期号"
            yield Finding(holding.spot("number"), message, "核对后改正其中一个；合在一期的，只登记一条")


RULE = Rule(
    code="G135",
    name="issue-used-twice",
    severity=Severity.WARNING,
    what="同一种专报、动态，两条用了同一个期号。",
    why="期号重了，采用多少条就数不清，查找时也会找错。",
    example="- {id: XX-2017-03, kind: 专报, number: 2017年第9期, …}\n- {id: XX-2017-07, kind: 专报, number: 2017年第9期, …}",
    fix="核对后改正其中一个的 number；一期里有几条的，登记成一条。",
    check=_check,
)
