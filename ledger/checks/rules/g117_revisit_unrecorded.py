"""G117."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.logs import Log, logs, standing
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    over = [h for h in inspections(ledger) if h.record.revisits and (h.record.until or h.record.date) < day]
    found = {log.ref: log for log in logs(ledger)} if over else {}
    for holding in over:
        record = holding.record
        for n, ref in enumerate(record.revisits):
            if ref in found and not any(e.date >= record.date for _, e in standing(found[ref].entries)):
                message = f"{record.id} 复查了 {ref}，{ref} 的记录里没有复查以来的结果"
                yield Finding(holding.spot("revisits", n), message, _hint(found[ref]))


def _hint(log: Log) -> str:
    """A plan is not looked back at: its items are."""
    if log.table.find("回头看"):
        return f"用 ledger record {log.ref} 回头看 记下结果"
    return f"写明复查的是 {log.ref} 的哪几个事项（{log.ref}/编号），结果用 ledger record 事项编号 回头看 记下"


RULE = Rule(
    code="G117",
    name="revisit-unrecorded",
    severity=Severity.WARNING,
    what="督察写明复查了某个问题或事项，那个问题或事项的记录里却没有督察开始以来的任何一条。",
    why="回头看要有结果：巩固还是反弹。只写去看过，没有记下看到了什么，问题照样列在待回头看里，反弹也没有人重新整改。",
    example="id: dc-2017-07\nkind: 回头看\ndate: 2017-09-25\nrevisits: [dc-2017-02/2]     # 它的 log 里没有9月25日以来的记录",
    fix="在被复查的问题、事项里记 回头看 和结果（巩固 或 反弹）；没有看到的，从 revisits 里去掉。",
    check=_check,
)
