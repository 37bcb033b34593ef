"""C112."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    path = ledger.paths.get(("scoring", ""), "")
    first = dict[date, Spot]()
    for n, scheme in enumerate(ledger.scoring.schemes):
        since, spot = scheme.from_ or date.min, Spot(path, ("schemes", n, "from"))
        if since in first:
            said = f"{scheme.from_} 起的" if scheme.from_ else "没有写起用日的"
            message = f"评分方案{said}有两版，算的是前一版"
            yield Finding(spot, message, "每一版写各自的起用日", ((first[since], "前一版"),))
        first.setdefault(since, spot)


RULE = Rule(
    code="C112",
    name="scheme-versions-of-one-day",
    severity=Severity.ERROR,
    what="scoring.yaml 里两版评分方案的起用日（from）相同，或都没有写。",
    why="一个月只能按一版评分。两版从同一天起，用哪一版就要看谁写在前面，看不出是有意还是笔误。",
    example="schemes:\n  - from: 2017-01-01\n  - from: 2017-01-01          # 应是 2018-01-01",
    fix="改正后一版的 from；其实是改同一版的，已经入库的不改，另写一版从新的日子起用。",
    check=_check,
)
