"""G149."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import course, held
from ledger.model.ledger import Ledger
from ledger.model.registers.claims import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    claimed: dict[str, tuple[str, Spot]] = {}
    for holding in held(ledger, REGISTER):
        if course(holding.type, holding.ref, holding.record, day).state != "active":
            continue
        for n, item in enumerate(holding.record.items):
            spot = holding.spot("items", n)
            if item in claimed:
                first, place = claimed[item]
                message = f"{item} 在 {first} 已经认领，{holding.ref} 又认领"
                yield Finding(
                    spot, message, "两位领导都抓的，写明谁为主；重复登记的删去一处", ((place, first),)
                )
            else:
                claimed[item] = (holding.ref, spot)


RULE = Rule(
    code="G149",
    name="item-claimed-twice",
    severity=Severity.NOTE,
    what="同一事项有两条认领。",
    why="认领事项的个数里它只算一次，两条认领加起来就不等于总数；两个人都抓，也可能两个人都不抓。",
    example=(
        "claims:\n"
        "  - id: RL-2017-01\n"
        "    leader: 陆怀川\n"
        "    items: [zb-2017-05/1]\n"
        "  - id: RL-2017-02\n"
        "    leader: 顾言之\n"
        "    items: [zb-2017-05/1]      # 陆怀川已经认领"
    ),
    fix="党政主要负责同志共同认领的不必改；换人认领的，旧的一条记 解除认领；重复登记的删去尚未入库的那条。",
    check=_check,
)
