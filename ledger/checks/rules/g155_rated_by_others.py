"""G155."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.ratings import REGISTER, Rating

_DISTRICT = "区县"


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        rating: Rating = holding.record
        told: set[str] = set()
        for n, score in enumerate(rating.scores):
            unit = ledger.units.find(score.by, rating.date)
            if unit is None or unit.kind == _DISTRICT or unit.id in told:
                continue
            told.add(unit.id)
            message = f"{holding.ref} 里打分的 {score.by} 是{unit.kind}，不是区县"
            yield Finding(holding.spot("scores", n, "by"), message, "双向测评由各区县党政主要领导打分")


RULE = Rule(
    code="G155",
    name="rated-by-others",
    severity=Severity.WARNING,
    what="给督察组打分的不是区县。",
    why="双向测评是被督察的区县评督察组；部门自己也派人参加督察，让它打分，就成了自己评自己。",
    example="- {team: 第一督察组, by: 市财政局, method: 100}",
    fix="删去不该参加测评的；units.yaml 里这个单位的 kind 写错的，改正。",
    check=_check,
)
