"""P120."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import Event, events
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for event in events(ledger):
        known = event.table.find(event.word)
        if known is None or known.word != event.word:
            message = f"{event.table.kind}的记录里没有“{event.word}”这种事件"
            hint = f"写作“{known.word}”" if known is not None else _hint(event)
            yield from (Finding(log.spot(n, "event"), message, hint) for log, n, _ in event.told)


def _hint(event: Event) -> str:
    words = event.table.words
    return did_you_mean(event.word, words) or f"可写：{'、'.join(words)}"


RULE = Rule(
    code="P120",
    name="unknown-event",
    severity=Severity.ERROR,
    what="事件不在这类记录的事件表里。",
    why="程序不认识的事件不起作用：写成“己完成”的事项仍算未完成，到期照样逾期。",
    example="- date: 2017-06-22\n  event: 办结             # 事项用“完成”",
    fix="按提示改成事件表里的词；只是说明情况的，用 进展，把话写进 note。",
    check=_check,
)
