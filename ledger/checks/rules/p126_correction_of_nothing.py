"""P126."""

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import Log, events
from ledger.checks.rule import Finding, Rule
from ledger.model.entries import Entry, Voided
from ledger.model.events import CORRECT
from ledger.model.facts import voided
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for event in events(ledger):
        for log, n, entry in event.told if event.word == CORRECT else ():
            if entry.voids and n not in voided(log.entries, date.max).values():
                yield _finding(log, n, entry.voids)


def _finding(log: Log, n: int, wanted: Voided) -> Finding:
    named = f"{wanted.date} 的“{wanted.event}”"
    above = log.entries[:n]
    if any((e.date, e.event) == (wanted.date, wanted.event) for e in above):
        # of two that void one entry the lower one holds; it is also the one that is too many
        again = next((m for m, e in enumerate(log.entries) if m > n and e.voids == wanted), n)
        return Finding(
            log.spot(again, "voids"), f"{named}已由上面的更正作废", "一条记录只作废一次，删去这条更正"
        )
    return Finding(log.spot(n, "voids"), f"这条更正之前没有 {named}可作废", _hint(above, wanted))


def _hint(above: Sequence[Entry], wanted: Voided) -> str:
    alike = [e for e in above if e.event == wanted.event] or [e for e in above if e.date == wanted.date]
    if not alike:
        return "照抄被作废那条的 date 和 event"
    return f"是否为 {{date: {alike[-1].date}, event: {alike[-1].event}}}？"


RULE = Rule(
    code="P126",
    name="correction-of-nothing",
    severity=Severity.ERROR,
    what="更正要作废的那条记录不存在，或已经作废过。",
    why="日期或事件写错一个字，更正就落了空，错记的那条仍然算数。",
    example=(
        "- date: 2017-08-14\n"
        "  event: 更正\n"
        "  by: 市委改革办\n"
        "  note: 误报\n"
        "  voids: {date: 2017-08-08, event: 完成}   # 错记的那条是 2017-08-07"
    ),
    fix="照抄被作废那条的 date 和 event；它必须写在更正之前，而且没有被作废过。",
    check=_check,
)
