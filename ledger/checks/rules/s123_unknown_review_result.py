"""S123."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import events
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.slips import QUASHED, ROW_EVENTS, UPHELD


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for event in events(ledger):
        for log, n, entry in event.told if event.table is ROW_EVENTS and event.word == "复核" else ():
            if entry.result not in {None, *RESULTS}:
                message = f"复核的结果不能写“{entry.result}”"
                yield Finding(log.spot(n, "result"), message, f"可写：{'、'.join(RESULTS)}")


RESULTS = (UPHELD, QUASHED)


RULE = Rule(
    code="S123",
    name="unknown-review-result",
    severity=Severity.ERROR,
    what="复核异议的结果既不是 维持，也不是 撤销。",
    why="撤销的行不再督办，维持的继续升级。结果写成别的词，程序只能当作维持。",
    example="- date: 2017-07-20\n  event: 复核\n  by: 市委改革办\n  result: 部分采纳         # 只能写 维持 或 撤销",
    fix="写 维持 或 撤销；理由和情况写进 note。",
    check=_check,
)
