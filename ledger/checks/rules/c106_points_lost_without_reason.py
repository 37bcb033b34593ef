"""C106."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import placed_sheets
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_sheets(ledger):
        for score, at in placed.scores():
            point = placed.point(score)
            if point is None or score.note is not None or score.score >= point.weight:
                continue
            message = (
                f"{at.ref} 给“{score.unit}”的 {point.id} 评 {score.score}（满分 {point.weight}），没有写理由"
            )
            yield Finding(at.spot("score"), message, "写 note：为什么扣分，哪一件事")


RULE = Rule(
    code="C106",
    name="points-lost-without-reason",
    severity=Severity.WARNING,
    what="人工评分扣了分，没有写理由。年底得分不在此列。",
    why="扣分的单位要看得见每一分丢在哪里、因为哪件事，才改得了，也才说得出异议。",
    example="- {id: 1, unit: 望川区, point: C2, score: 1}      # 满分 3 分，没有 note",
    fix="写 note，一句话说明哪件事扣了分。",
    check=_check,
)
