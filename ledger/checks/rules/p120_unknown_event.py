"""P120."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import Log, entries
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log, n, entry in entries(ledger):
        known = log.table.find(entry.event)
        if known is None or known.word != entry.event:
            message = f"{log.table.kind}的记录里没有“{entry.event}”这种事件"
            yield Finding(log.spot(n, "event"), message, _hint(log, entry.event))


def _hint(log: Log, word: str) -> str:
    known = log.table.find(word)
    if known is not None:
        return f"写作“{known.word}”"
    return did_you_mean(word, log.table.words) or f"可写：{'、'.join(log.table.words)}"


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
