"""P125."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import CLAIMING, items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in items_with(ledger, *CLAIMING):
        dated = [
            (n, k, evidence.date)
            for n, entry in placed.entries(*CLAIMING)
            for k, evidence in enumerate(entry.evidence)
            if evidence.date is not None
        ]
        began = placed.began if dated else None
        for n, k, day in dated:
            if began is not None and day < began:
                message = f"佐证的日期 {day} 早于 {placed.ref} 开始的 {began}"
                spot = placed.spot("log", n, "evidence", k, "date")
                yield Finding(spot, message, "核对成文日期；用本事项自己的成果作佐证")


RULE = Rule(
    code="P125",
    name="evidence-before-item",
    severity=Severity.ERROR,
    what="佐证的日期早于事项开始的日期。",
    why=(
        "事项还没开始，材料就有了，多半是拿旧文件充数，或日期写错。开始指第一条记录；第一条就是报完成的，"
        "指方案审议通过或印发。"
    ),
    example=(
        "- date: 2017-03-15\n"
        "  event: 启动\n"
        "- date: 2017-06-22\n"
        "  event: 完成\n"
        "  evidence:\n"
        "    - number: 云政办发〔2016〕9号\n"
        "      date: 2016-02-01     # 早于启动"
    ),
    fix="核对成文日期和文号；确系旧文件的换成本事项的成果；启动更早的，补记 启动（写 recorded）。",
    check=_check,
)
