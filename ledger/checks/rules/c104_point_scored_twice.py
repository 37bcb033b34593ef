"""C104."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import placed_sheets
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_sheets(ledger):
        first = dict[tuple[str, str | None], tuple[str, Spot]]()
        for score, at in placed.scores():
            key = (ledger.units.current(score.unit, placed.day), score.point)
            if key in first:
                ref, spot = first[key]
                message = f"{at.ref} 给“{score.unit}”的{score.point or '年底'}评分，{ref} 已经评过"
                yield Finding(at.spot(), message, "只留一条；现在算的是前一条", ((spot, "先评的"),))
            first.setdefault(key, (at.ref, at.spot()))


RULE = Rule(
    code="C104",
    name="point-scored-twice",
    severity=Severity.ERROR,
    what="一期里，同一个单位的同一个督察重点（或年底得分）评了两次。",
    why="两个分只能算一个。几个人评的，先议定一个分再写；不然谁的分算数，要看谁写在前面。",
    example="- {id: 1, unit: 望川区, point: C2, score: 3}\n- {id: 7, unit: 望川, point: C2, score: 2}      # 同一个区",
    fix="留下议定的一条，写明由谁评的、理由，其余删去；单位或督察重点写错的，改正。",
    check=_check,
)
