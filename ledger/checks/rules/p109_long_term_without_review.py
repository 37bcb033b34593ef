"""P109."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items, written_due
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        item = placed.item
        if item.due is None or not item.due.is_long_term or item.review_by is not None:
            continue
        if written_due(item) == item.due:
            yield Finding(
                placed.spot("due"), f"{placed.ref} 是长期事项，没有 review_by", "补上 review_by: 日期"
            )


RULE = Rule(
    code="P109",
    name="long-term-without-review",
    severity=Severity.ERROR,
    what="长期事项没有写定期研究的日期（review_by）。",
    why="长期事项没有到期日，不定下哪天回头研究，就再也没有人过问。",
    example="- id: 11\n  title: 健全河湖日常保洁机制\n  due: 长期               # 缺 review_by",
    fix="写 review_by: 日期，到时研究并记一条 进展；下一次复查的日期写在这条进展的 until 里，review_by 不改。",
    check=_check,
)
