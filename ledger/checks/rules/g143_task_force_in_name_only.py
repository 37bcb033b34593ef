"""G143."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.task_forces import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        force = holding.record
        units = {ledger.units.current(name, day) for name in (force.unit, *(m.unit for m in force.members))}
        if not force.items:
            yield Finding(
                holding.spot("title"), f"专班 {holding.ref} 没有清单", "在 items 写上专班负责的事项"
            )
        if len(units) == 1:
            message = f"专班 {holding.ref} 的成员都是{units.pop()}的"
            yield Finding(holding.spot("title"), message, "在 members 写上各单位派出的成员")


RULE = Rule(
    code="G143",
    name="task-force-in-name-only",
    severity=Severity.WARNING,
    what="工作专班没有任务清单，或者成员只来自一个单位。",
    why="专班是为了几家合起来、按清单办一个项目；没有清单、没有别家的人，就只是多了一块牌子。",
    example=(
        "task_forces:\n"
        "  - id: ZB-2017-01\n"
        "    title: 河湖治理专班\n"
        "    project: LX-2017-03\n"
        "    unit: 市水利局\n"
        "    date: 2017-02-01           # 没有 members，也没有 items"
    ),
    fix="照组建专班的文件补上 members 和 items；确实没有运行的，写 until 撤销。",
    check=_check,
)
