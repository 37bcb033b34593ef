"""C113."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ledger.base.days import add_months
from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import placed_schemes
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    versions = sorted(placed_schemes(ledger), key=lambda placed: placed.scheme.from_ or date.min)
    for earlier, placed in pairwise(versions):
        since, period = placed.scheme.from_, placed.scheme.period
        if since is None or period == earlier.scheme.period or since.month % 3 == 1:
            continue
        first = since.replace(month=since.month - (since.month - 1) % 3, day=1)
        last = add_months(since.replace(day=1), -1)
        months = "至".join(dict.fromkeys(f"{month:%Y-%m}" for month in (first, last)))
        wrong = "已经按月排过，又在这一季里再算一次" if period == "季" else "哪一期都不算"
        message = f"{placed.name}改为按{period}排名，不从季初起用：{months} {wrong}"
        yield Finding(placed.spot("period"), message, f"from 写 {first} 或 {add_months(first, 3)}")


RULE = Rule(
    code="C113",
    name="period-changed-within-quarter",
    severity=Severity.WARNING,
    what="scoring.yaml 的新一版由按月排名改为按季（或由按季改为按月），起用日不在一季的头一个月。",
    why=(
        "一期按最后一天执行的那一版排。季中改为按季的，这一季前面的月份排过一次，季末又算一次，年底平均也算两次；"
        "季中改为按月的，前面的月份哪一期都不算，那时做的、欠的都不见了。"
    ),
    example="- from: 2017-01-01\n- from: 2017-11-01          # 应是 2017-10-01 或 2018-01-01\n  period: 季",
    fix="把 from 改到一季的头一个月。已经公布过的月份不动；上级要求从季中改的，写放行说明，并写明前面的月份怎样算。",
    check=_check,
)
