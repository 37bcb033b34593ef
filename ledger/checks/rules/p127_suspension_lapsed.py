"""P127."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import items_with
from ledger.checks.rule import Finding, Rule
from ledger.measures.replay import replay
from ledger.measures.standing import OPEN
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for placed in items_with(ledger, "暂缓"):
        suspensions = [(n, e) for n, e in placed.entries("暂缓") if e.date <= day]
        if not suspensions:
            continue
        history = replay(placed.item, placed.plan.lead, day)
        steps = [step.entry for step in history.steps if step.counted]
        last = next((e for e in reversed(steps) if e.event in {"暂缓", "恢复"}), None)
        if history.state in OPEN and last is not None and last.event == "暂缓":
            number = next(n for n, e in suspensions if e is last)
            message = f"{placed.ref} 暂缓到 {last.until}，已过期，没有记 恢复"
            hint = "补记 恢复；仍须暂缓的，经批准再记一条 暂缓"
            yield Finding(placed.spot("log", number, "until"), message, hint)


RULE = Rule(
    code="P127",
    name="suspension-lapsed",
    severity=Severity.WARNING,
    what="暂缓期已过，没有记 恢复，事项也没有办结。",
    why="暂缓到期后事项自动恢复计数和计时。没有人宣布恢复，牵头单位可能还不知道已在逾期。",
    example=(
        "- date: 2017-03-01\n"
        "  event: 暂缓\n"
        "  by: 市委深改组\n"
        "  until: 2017-06-30        # 已过，后面没有“恢复”\n"
        "  note: 上级政策未明确"
    ),
    fix="已恢复的补记 恢复；仍须暂缓的，经批准再记一条 暂缓；不再推进的，记 终止。",
    check=_check,
)
