"""G154."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.ratings import REGISTER, Rating


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        rating: Rating = holding.record
        seen: set[tuple[str, str]] = set()
        for n, score in enumerate(rating.scores):
            key = (ledger.units.current(score.by, rating.date), score.team)
            if key in seen:
                message = f"{holding.ref} 里 {score.by} 给 {score.team} 打了两次分"
                yield Finding(holding.spot("scores", n, "by"), message, "一个单位对一个督察组只留一条")
            seen.add(key)


RULE = Rule(
    code="G154",
    name="scored-twice",
    severity=Severity.ERROR,
    what="一次双向测评里，同一个单位给同一个督察组打了两次分。",
    why="平均分和名次按打的分算；一家打两次，它的意见就算了两份。",
    example="- {team: 第一督察组, by: 望川区, method: 95}\n- {team: 第一督察组, by: 望川区, method: 60}   # 又一次",
    fix="对照测评表，删去重复的一条；督察组或单位写错的，改正。",
    check=_check,
)
