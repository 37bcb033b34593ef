"""P142."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.workdays import Calendar
from ledger.checks.items import PlacedItem, items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.items import sends_back
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in items_with(ledger, "销号"):
        for n, entry in placed.entries("销号"):
            days = ledger.policies.on(entry.date).closing.publicize_for
            if days and not _was_public(placed, entry, days, ledger.calendar):
                message = f"{placed.ref} 销号以前没有公示满{days}个工作日"
                hint = f"公示满{days}个工作日以后再销号；公示过的，补记 公示（写 until）"
                yield Finding(placed.spot("log", n, "event"), message, hint)


def _was_public(placed: PlacedItem, closed: Entry, days: int, calendar: Calendar) -> bool:
    """Some 公示 since the item was last sent back ran its time and was over: its last day is before the 销号."""
    shown: list[Entry] = []
    for entry in facts(placed.item.log, closed.date):
        if entry is closed:
            break
        if sends_back(entry):
            shown = []
        elif entry.event == "公示":
            shown.append(entry)
    return any(e.until and calendar.add(e.date, days) <= e.until < closed.date for e in shown)


RULE = Rule(
    code="P142",
    name="closed-before-publicity",
    severity=Severity.ERROR,
    what="督办规则要求公示的，核验通过以后没有公示，或公示没有满期，就销号。",
    why="公示是让服务对象和基层说话的机会；没有公示满期就销号，纸面上销了，群众不知道、不认可。",
    example=(
        "# policy.yaml 写着 publicize_for: 5\n"
        "- date: 2017-09-12\n"
        "  event: 公示\n"
        "  until: 2017-09-19\n"
        "- date: 2017-09-15\n"
        "  event: 销号             # 公示还没有结束\n"
        "  by: 市委改革办"
    ),
    fix=(
        "公示满期的第二天起再销号；公示过没有记的，补记 公示，until 写公示的最后一天。公示期由 policy.yaml 的 "
        "closing.publicize_for 定，从公示的第二天起数工作日。"
    ),
    check=_check,
)
