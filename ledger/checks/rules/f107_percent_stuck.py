"""F107."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ledger.base.diagnostics import Severity
from ledger.checks.reporting import reported
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger

_LEAST = 3


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    reports = [r for r in reported(ledger, day) if r.entry.percent is not None]
    reports.sort(key=lambda r: (r.ref, r.entry.date))  # what was told later stands lower in its log
    for (ref, percent), found in groupby(reports, key=lambda r: (r.ref, r.entry.percent)):
        alike = list(found)
        if len({r.month for r in alike}) >= _LEAST and percent != _DONE:
            message = f"{ref} 从 {alike[0].entry.date} 到 {alike[-1].entry.date} 报了 {len(alike)} 次，都是 {percent}%"
            related = ((alike[0].spot("percent"), "从这里起没有变"),)
            yield Finding(
                alike[-1].spot("percent"), message, "问清卡在哪里，写明 cause；该催办的催办", related
            )


_DONE = 100


RULE = Rule(
    code="F107",
    name="percent-stuck",
    severity=Severity.WARNING,
    what="一件事项接连三个月以上报的进度都是同一个百分数。",
    why="月月报“推进中”、进度一动不动，是报了等于没报；真卡住了，应当写明原因，而不是重复数字。",
    example=(
        "- {date: 2017-07-28, event: 进展, percent: 60}\n"
        "- {date: 2017-08-29, event: 进展, percent: 60}\n"
        "- {date: 2017-09-28, event: 进展, percent: 60}"
    ),
    fix="向牵头单位核实；卡住的在下一条进展里写 cause，需要协调的列入会诊、专题协调。",
    check=_check,
)
