"""P137."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.items import CONSOLIDATED, RELAPSED
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in items_with(ledger, "回头看"):
        for n, entry in placed.entries("回头看"):
            if entry.result is not None and entry.result not in RESULTS:
                message = f"回头看的结果不能写“{entry.result}”"
                yield Finding(placed.spot("log", n, "result"), message, f"可写：{'、'.join(RESULTS)}")


RESULTS = (CONSOLIDATED, RELAPSED)


RULE = Rule(
    code="P137",
    name="unknown-look-back-result",
    severity=Severity.ERROR,
    what="回头看的结果既不是 巩固，也不是 反弹。",
    why="反弹的事项要重新打开、重新计时；结果写成别的词，程序只能当作没有反弹。",
    example=(
        "- date: 2017-09-05\n"
        "  event: 回头看\n"
        "  by: 市委改革办\n"
        "  result: 基本巩固         # 只能写 巩固 或 反弹"
    ),
    fix="写 巩固 或 反弹；程度和情况写进 note。",
    check=_check,
)
