"""G101."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.known import known_of
from ledger.checks.names import names_in_registers
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = known_of(ledger)
    sorts = {
        "plan": ("方案", known.plan, known.plans),
        "item": ("事项", known.item, known.items),
        "thing": ("编号", known.thing, known.things),
    }
    for name, holding in names_in_registers(ledger):
        if name.what not in sorts:
            continue
        word, exists, names = sorts[name.what]
        if not exists(name.text):
            hint = did_you_mean(name.text, names) or "用 ledger list、ledger items 查看编号"
            yield Finding(holding.spot(*name.pointer), f"{holding.ref} 所指的{word} {name.text} 不存在", hint)


RULE = Rule(
    code="G101",
    name="unknown-reference",
    severity=Severity.ERROR,
    what="登记簿里的一件事所指的方案、事项、单据或别的登记不存在。",
    why="认领、领衔、督察、会诊都靠编号与事项相连；编号写错，就查不到它管着什么，也算不出办得怎样。",
    example="claims:\n  - id: RL-2017-01\n    items: [zb-2017-05/99]     # 方案里没有这一项",
    fix="按提示改正编号；确实还没有的，先在方案或登记簿里写上。",
    check=_check,
)
