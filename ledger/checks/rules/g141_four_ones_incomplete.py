"""G141."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.sponsors import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        project = holding.record
        lead = ledger.units.current(project.unit, day)
        if not project.participants:
            yield Finding(
                holding.spot("title"), f"领衔项目 {holding.ref} 没有参与单位", "在 with 写上参与的单位"
            )
        for n, name in enumerate(project.participants):
            if ledger.units.current(name, day) == lead:
                message = f"{holding.ref} 的牵头单位“{name}”又列为参与单位"
                yield Finding(holding.spot("with", n), message, "从 with 中删去")
        if not project.plans and not project.items:
            hint = "写上项目所含的方案（plans）或事项（items）"
            yield Finding(holding.spot("title"), f"领衔项目 {holding.ref} 没有任务清单", hint)


RULE = Rule(
    code="G141",
    name="four-ones-incomplete",
    severity=Severity.WARNING,
    what="领衔项目没有参与单位或任务清单，或者牵头单位又列为参与单位。",
    why="一个项目、一位领导、一个牵头单位、一批参与单位，少了哪一个都调度不起来；没有清单，就不知道调度什么、算不出办得怎样。",
    example=(
        "sponsors:\n"
        "  - id: LX-2017-01\n"
        "    title: 河湖治理攻坚\n"
        "    leader: 陆怀川\n"
        "    unit: 市水利局\n"
        "    with: [市水利局]           # 牵头单位自己；也没有写 plans、items\n"
        "    date: 2017-01-20"
    ),
    fix="照领衔工作方案补齐 with 和 plans 或 items；牵头单位不写在 with 里。",
    check=_check,
)
