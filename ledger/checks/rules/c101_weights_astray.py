"""C101."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import placed_schemes
from ledger.model.ledger import Ledger
from ledger.model.scoring import HUNDRED


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_schemes(ledger):
        total = placed.scheme.total
        if total == HUNDRED:
            continue
        count = len(placed.scheme.checkpoints)
        message = f"{placed.name}，{count} 个督察重点的权重合计 {total}，应为 100"
        more = f"少 {HUNDRED - total} 分" if total < HUNDRED else f"多 {total - HUNDRED} 分"
        yield Finding(placed.spot("aspects"), message, f"{more}；对照印发的方案，改正权重（weight）")


RULE = Rule(
    code="C101",
    name="weights-astray",
    severity=Severity.ERROR,
    what="scoring.yaml 的一版评分方案，各督察重点的权重合计不是 100。",
    why="得分是百分制，满分多少分是公布过的。合计不是 100，单位照方案自己算的和程序算的就不一样。",
    example="checkpoints:\n  - {id: B1, title: 当月到期按时完成率, weight: 21}     # 印发的是 12，合计成了 109",
    fix="对照印发的方案改正权重。方案改了的，不动旧的一版，另加一版写新的 from。只评某几类单位的督察重点，权重也算在内。",
    check=_check,
)
