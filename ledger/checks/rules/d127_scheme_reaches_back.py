"""D127."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import parse_month
from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_rankings import counted
from ledger.checks.history.versions import came_and_went
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.things import SCORING
from ledger.model.registers.rankings import REGISTER


def _compare(comparison: Comparison) -> Iterator[Finding]:
    new, _, _ = came_and_went(comparison, SCORING)  # where only the day was edited, D124 says it
    rankings = sorted(comparison.before.of(REGISTER), key=lambda r: r.month)
    for change in new:
        since = change.after.fields.get("from", date.min)
        under = [r for r in rankings if parse_month(r.month) >= since]
        if not under:
            continue
        message = f"评分方案新的一版 {change.subject} 倒着起用：从那天起已经{counted(under)}"
        last = parse_month(under[-1].month)
        spot = Spot(change.spot.path, (*change.spot.pointer, "from"))
        yield Finding(spot, message, f"from 改为 {last} 以后的一天")


RULE = Rule(
    code="D127",
    name="scheme-reaches-back",
    severity=Severity.WARNING,
    what="scoring.yaml 新加的一版评分方案，起用日在已经公布过排名的日子以前。",
    why="公布过的月份按新方案重算，得分、名次与公布的对不上，每个单位旁边都会出现更正；单位当时照的是旧方案。",
    example="# 2017-10 的排名已经公布\nschemes:\n  - from: 2017-01-01\n  - from: 2017-07-01          # 新加的一版",
    fix="把 from 改到最近一次公布的那一期以后。上级要求追溯的，可以保留，公布的排名仍然不动。",
    compare=_compare,
)
