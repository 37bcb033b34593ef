"""D118."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.published_figures import restated_words
from ledger.checks.history.versions import came_and_went
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.things import POLICY
from ledger.measures.published import publications


def _compare(comparison: Comparison) -> Iterator[Finding]:
    new, _, _ = came_and_went(comparison, POLICY)  # where only the day was edited, D117 says it
    published = publications(comparison.before) if new else []
    for change in new:
        since = change.after.fields.get("from", date.min)
        under = [p for p in published if p.day >= since]
        if not under:
            continue
        last = under[-1]
        message = (
            f"督办规则新的一版 {change.subject} 的起用日在已公布的 {last.day} 以前（含当日）；"
            f"{restated_words(comparison, under)}"
        )
        hint = f"from 改为 {last.day} 以后的一天；确需追溯的，重发更正过的通报"
        spot = Spot(change.spot.path, (*change.spot.pointer, "from"))
        yield Finding(spot, message, hint, was=((last.spot, "按原来的规则公布"),))


RULE = Rule(
    code="D118",
    name="policy-reaches-back",
    severity=Severity.WARNING,
    what="policy.yaml 新加的一版，起用日在已经公布过数字的日子以前：那天发过单，或出过当月的月报。",
    why="规则倒着起用，已经公布的数字要按新规则重算，与发出去的对不上；当时按旧规则做的事，事后成了不合规则。",
    example=(
        "# 已按 2017-09-30 的情况发过单\n"
        "versions:\n"
        "  - from: 2017-01-01\n"
        "    acceptance: claimed\n"
        "  - from: 2017-07-01          # 新加的一版\n"
        "    acceptance: required"
    ),
    fix="把 from 改到最近一次公布以后。上级要求追溯的，可以保留，另发更正，写明哪些数字按什么规则改成多少。",
    compare=_compare,
)
