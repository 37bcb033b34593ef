"""G146."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.pilots import MERGE, REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = [holding.ref for holding in held(ledger, REGISTER)]
    for holding in held(ledger, REGISTER):
        others = [ref for ref in known if ref != holding.ref]
        for n, entry in standing(holding.record.log):
            for k, name in enumerate(entry.into or () if entry.event == MERGE else ()):
                if name not in others:
                    message = f"试点 {holding.ref} 并入的 {name} " + (
                        "就是它自己" if name in known else "没有登记"
                    )
                    hint = did_you_mean(name, others) or "写并入的那个试点的编号"
                    yield Finding(holding.spot("log", n, "into", k), message, hint)


RULE = Rule(
    code="G146",
    name="pilot-merged-into-unknown",
    severity=Severity.ERROR,
    what="试点合并到的试点没有登记，或者就是它自己。",
    why="合并不是终止：它的任务要有试点接着试；接的是谁查不到，就成了不了了之。",
    example="- date: 2017-06-28\n  event: 合并\n  by: 市委深改组\n  into: SD-2016-99         # pilots.yaml 里没有",
    fix="改正编号；接的试点没有登记的，先登记；没有试点接的，记 终止。",
    check=_check,
)
