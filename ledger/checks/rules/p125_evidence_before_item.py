"""P125."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import CLAIMING, by_place
from ledger.checks.logs import proven
from ledger.checks.rule import Finding, Rule
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log, n, entry in proven(ledger):
        if log.table is not ITEM_EVENTS or entry.event not in CLAIMING:
            continue
        for k, evidence in enumerate(entry.evidence):
            began = by_place(ledger)[log.path, log.pointer].began if evidence.date is not None else None
            if evidence.date is not None and began is not None and evidence.date < began:
                message = f"佐证的日期 {evidence.date} 早于 {log.ref} 开始的 {began}"
                spot = log.spot(n, "evidence", k, "date")
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
