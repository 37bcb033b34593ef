"""G140."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.measures.standing import standing_of
from ledger.model.items import State
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of
from ledger.model.registers.claims import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    claims = list(held(ledger, REGISTER))
    items = {ref_of(plan, item): (plan, item) for plan, item in ledger.items()} if claims else {}
    for holding in claims:
        claimed = [items[ref] for ref in holding.record.items if ref in items]
        for n, entry in standing(holding.record.log):
            if entry.event != "抓成效" or not claimed:
                continue
            states = [standing_of(*each, ledger, entry.date).status for each in claimed]
            if State.COMPLETED not in states:
                message = f"{holding.ref} 记了 抓成效，那天认领的事项一项也没有完成"
                yield Finding(
                    holding.spot("log", n, "event"), message, "做成以后再抓成效；此前的记 抓落实 或 抓督察"
                )


RULE = Rule(
    code="G140",
    name="effect-before-result",
    severity=Severity.WARNING,
    what="认领领导记了 抓成效，那天认领的事项一项也没有完成。",
    why="成效要有了结果才抓得着；事项还没有做成就记，六件事抓全了也只是纸面上抓全了。",
    example=(
        "claims:\n"
        "  - id: RL-2017-01\n"
        "    items: [zb-2017-05/2]      # 还没有完成\n"
        "    log:\n"
        "      - date: 2017-05-10\n"
        "        event: 抓成效"
    ),
    fix="其实是督促落实的，用 更正 作废后另记 抓落实；事项已经做成而没有报的，先在方案里记 完成。",
    check=_check,
)
