"""D117."""

from collections.abc import Iterator
from dataclasses import replace

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.published_figures import restated_words
from ledger.checks.history.then_and_now import edited, finding, named
from ledger.checks.history.versions import came_and_went
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import POLICY
from ledger.measures.published import publications

_HINT = "恢复原文；要改规则，另加一版，写新的 from:"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    versions: dict[str, list[Change]] = {}
    for change in comparison.of(Kind.EDITED, POLICY):
        versions.setdefault(change.subject, []).append(change)
    _, removed, redated = came_and_went(comparison, POLICY)
    if not versions and not removed and not redated:
        return
    figures = restated_words(comparison, publications(comparison.before))
    for keys in versions.values():
        more = f"，还改了 {named(c.field for c in keys[1:])}" if len(keys) > 1 else ""
        became = edited(keys[0], f" {keys[0].field} ")
        yield finding(keys[0], f"督办规则 {became}{more}；{figures}", _HINT)
    for change in removed:
        yield finding(change, f"督办规则 {change.subject} 这一版被删去；{figures}", _HINT)
    for old, now in redated:
        message = f"督办规则 {old.subject} 的起用日被改为 {now.subject}；{figures}"
        yield finding(replace(now, was=old.was), message, f"改回 {old.subject}；要改规则，另加一版", "from")


RULE = Rule(
    code="D117",
    name="policy-edited",
    severity=Severity.ERROR,
    what="policy.yaml 里已经入库的一版规则被改动或删去，而不是另加一版写新的 from。",
    why=(
        "过去的月份按当时的规则算。改了旧的一版，从它起用那天起的数字、级次和期限都跟着变，"
        "公布过的对不上。只说从今往后怎么办的，不该动以前。"
    ),
    example=("versions:\n  - from: 2017-01-01\n    acceptance: required      # 入库时写的是 claimed"),
    fix="恢复旧的一版。在 versions 最后另加一版，from 写新规则起用的那一天，basis 写依据的文件；改后的规则从那天起算。",
    compare=_compare,
)
