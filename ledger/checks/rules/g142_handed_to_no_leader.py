"""G142."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import standing
from ledger.checks.names import has_register, leader_names
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.sponsors import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not has_register(ledger):
        return
    for holding in held(ledger, REGISTER):
        for n, entry in standing(holding.record.log):
            if entry.event != "更换领导" or not entry.to:
                continue
            if len(entry.to) > 1:
                spot = holding.spot("log", n, "to", 1)
                yield Finding(
                    spot, f"{holding.ref} 换成了{len(entry.to)}位领导", "一个项目一位领导，只写一位"
                )
            elif not ledger.units.is_leader(entry.to[0]):
                message = f"{holding.ref} 换成的“{entry.to[0]}”不是 units.yaml 里的领导"
                hint = did_you_mean(entry.to[0], leader_names(ledger)) or "在 units.yaml 的 leaders 中登记"
                yield Finding(holding.spot("log", n, "to", 0), message, hint)


RULE = Rule(
    code="G142",
    name="handed-to-no-leader",
    severity=Severity.ERROR,
    what="更换领导 的 to 不是一位在 units.yaml 登记的领导。",
    why="一个项目一位领导；换成了单位或几个人，调度、督导、汇报就没有人欠着。",
    example="- date: 2017-07-03\n  event: 更换领导\n  by: 市委深改组\n  to: 市水利局             # 是单位，不是领导",
    fix="写一位领导的姓名；新任领导先在 units.yaml 的 leaders 里登记。",
    check=_check,
)
