"""P121."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.items import PlacedItem, courses, placed_items
from ledger.checks.logs import Log, number_of, other_logs
from ledger.checks.rule import Finding, Rule
from ledger.measures.papers import reviewed
from ledger.measures.replay import PLAIN, replay
from ledger.model.events import EventTable
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger
from ledger.model.walks import walk


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    placed = placed_items(ledger)
    for straight, words, numbers in courses(ledger):
        if straight and PLAIN.issuperset(words) and not any(_of_item(placed[numbers[0]])):
            continue  # nor of the others that took this course
        for n in numbers:
            yield from _of_item(placed[n])
    for log in other_logs(ledger):
        if log.entries:
            yield from _of_log(log)


def _of_item(placed: PlacedItem) -> Iterator[Finding]:
    for step in replay(placed.item, placed.plan.lead, date.max).steps:
        if not step.counted:
            spot = placed.spot("log", number_of(step.entry, placed.item.log), "event")
            yield from _misplaced(ITEM_EVENTS, spot, placed.ref, step.entry.event, step.before)


def _of_log(log: Log) -> Iterator[Finding]:
    for stride in walk(log.table, log.entries, date.max, reviewed):
        if not stride.counted:
            spot = log.spot(number_of(stride.entry, log.entries), "event")
            yield from _misplaced(log.table, spot, log.ref, stride.entry.event, stride.before)


def _misplaced(table: EventTable, spot: Spot, ref: str, word: str, state: str) -> Iterator[Finding]:
    """Nothing where the state is not what stands against it: an unknown event is P120's."""
    event = table.find(word)
    if event is None or event.allowed is None or state in event.allowed:
        return
    allowed = "、".join(label for known, label in table.states.items() if known in event.allowed)
    hint = f"“{event.word}”只能在 {allowed} 时记；漏记的补记，错记的用 更正 作废"
    yield Finding(spot, f"{ref} 这时是“{table.states[state]}”，不能记“{event.word}”", hint)


RULE = Rule(
    code="P121",
    name="event-not-allowed",
    severity=Severity.ERROR,
    what="事项（或方案、单据、单据的行、上级文件）处于这种状态时，不能发生这一事件。",
    why=(
        "已办结的再报完成、未报完成就核验、暂缓期间报进展、没有回复就验收，都说明漏记或错记了一条；"
        "这样的记录不计，数字会与实际不符。"
    ),
    example="- date: 2017-06-30\n  event: 核验通过         # 前面没有“完成”\n  by: 市委改革办",
    fix="漏记的补记在后（写 recorded）；错记的用 更正 作废；暂缓的先记 恢复。",
    check=_check,
)
