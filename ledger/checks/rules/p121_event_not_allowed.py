"""P121."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import PlacedItem, placed_items
from ledger.checks.rule import Finding, Rule
from ledger.checks.states import LABELS, in_words
from ledger.measures.replay import replay
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in placed_items(ledger):
        if placed.item.log:
            yield from _misplaced(placed)


def _misplaced(placed: PlacedItem) -> Iterator[Finding]:
    for step in replay(placed.item, placed.plan.lead, date.max).steps:
        event = ITEM_EVENTS.find(step.entry.event)
        if step.counted or event is None or event.allowed is None or step.before in event.allowed:
            continue
        number = next(n for n, entry in enumerate(placed.item.log) if entry is step.entry)
        message = f"{placed.ref} 这时是“{LABELS[step.before]}”，不能记“{event.word}”"
        hint = f"“{event.word}”只能在 {in_words(event.allowed)} 时记；漏记的补记，错记的用 更正 作废"
        yield Finding(placed.spot("log", number, "event"), message, hint)


RULE = Rule(
    code="P121",
    name="event-not-allowed",
    severity=Severity.ERROR,
    what="事项处于这种状态时，不能发生这一事件。",
    why=(
        "已办结的再报完成、未报完成就核验、暂缓期间报进展，都说明漏记或错记了一条；这样的记录不计，"
        "数字会与实际不符。"
    ),
    example="- date: 2017-06-30\n  event: 核验通过         # 前面没有“完成”\n  by: 市委改革办",
    fix="漏记的补记在后（写 recorded）；错记的用 更正 作废；暂缓的先记 恢复。",
    check=_check,
)
