"""G102."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import events
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for table, word, told in events(ledger):
        event = table.find(word)
        for log, n, entry in told if event is not None and event.outcomes else ():
            if event is None or entry.result is None or entry.result in event.outcomes:
                continue
            hint = did_you_mean(entry.result, event.outcomes) or f"可写：{'、'.join(event.outcomes)}"
            yield Finding(log.spot(n, "result"), f"{event.word}的结果不能写“{entry.result}”", hint)


RULE = Rule(
    code="G102",
    name="unknown-result",
    severity=Severity.ERROR,
    what="登记簿里一条记录的结果（result）不在这一事件可写的几种里。",
    why="结果决定这件事此后是什么状态；写成别的词，程序只能当作什么也没有变。",
    example=(
        "- date: 2017-09-05\n"
        "  event: 回头看\n"
        "  by: 市委改革办\n"
        "  result: 基本巩固         # 督察问题的回头看只能写 巩固 或 反弹"
    ),
    fix="改成提示里可写的一种；程度和情况写进 note。",
    check=_check,
)
