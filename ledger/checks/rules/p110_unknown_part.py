"""P110."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import placed_items
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        part = placed.item.part
        known = [p.id for p in placed.plan.parts] if part else []
        if part and part not in known:
            hint = f"可写：{'、'.join(known)}" if known else "在方案头写 parts，或删去 part"
            yield Finding(placed.spot("part"), f"{placed.ref} 的 part 是 {part}，方案的 parts 里没有", hint)


RULE = Rule(
    code="P110",
    name="unknown-part",
    severity=Severity.ERROR,
    what="事项的 part 不是方案 parts 里的编号。",
    why="部分是方案正文的标题；写错了，就看不出事项出自方案的哪一部分。",
    example=(
        "parts:\n"
        "  - id: 一\n"
        "    title: 精简审批事项\n"
        "items:\n"
        "  - id: 1\n"
        "    part: 二             # parts 里没有"
    ),
    fix="改成 parts 里的编号；方案原文确有这一部分的，在 parts 里补上。",
    check=_check,
)
