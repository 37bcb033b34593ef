"""C107."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import placed_sheets
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_sheets(ledger):
        for score, at in placed.scores():
            by = score.by or placed.sheet.by
            if by is None or ledger.units.is_leader(by):
                continue
            if ledger.units.current(by, placed.day) == ledger.units.current(score.unit, placed.day):
                spot = at.spot("by") if score.by else at.spot("unit")
                message = f"{at.ref} 里“{score.unit}”给自己评分"
                yield Finding(spot, message, "由这个单位以外的人评，如改革办、督察组的牵头单位")


RULE = Rule(
    code="C107",
    name="scored-by-itself",
    severity=Severity.ERROR,
    what="人工评分里，单位给自己评分。",
    why="排名排的是单位，自己给自己的分不能算；几家都这样评，分数就没有高低了。",
    example="- {id: 1, unit: 望川区, point: E4, score: 3, by: 望川区}",
    fix="by 写评分的单位或领导；自评的分不写进来，由改革办审定以后再写。",
    check=_check,
)
