"""P107."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items
from ledger.checks.rule import Finding, Rule
from ledger.measures.replay import replay
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        if placed.item.lead or placed.plan.lead or replay(placed.item, (), date.max).leads:
            continue
        message = f"{placed.ref} 没有牵头单位，方案也没有"
        yield Finding(placed.spot("title"), message, "在事项或方案头写 lead: 单位名称")


RULE = Rule(
    code="P107",
    name="no-lead",
    severity=Severity.ERROR,
    what="事项没有牵头单位，方案也没有。",
    why="没有牵头单位，逾期了不知道该谁负责，督办单也无处可送。",
    example=(
        "id: zb-2017-05           # 方案没有 lead\n"
        "items:\n"
        "  - id: 1\n"
        "    title: 建立负面清单  # 事项也没有 lead"
    ),
    fix="在事项里写 lead；全部事项由同一单位牵头的，写在方案头。",
    check=_check,
)
