"""P130."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import by_place
from ledger.checks.logs import entries
from ledger.checks.rule import Finding, Rule
from ledger.model.items import ITEM_EVENTS
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log, n, entry in entries(ledger):
        if entry.node is None or log.table is not ITEM_EVENTS:
            continue
        known = [node.id for node in by_place(ledger)[log.path, log.pointer].item.nodes]
        if entry.node not in known:
            hint = f"可写：{'、'.join(known)}" if known else "在事项里写 nodes，或删去 node"
            yield Finding(log.spot(n, "node"), f"{log.ref} 没有节点 {entry.node}", hint)


RULE = Rule(
    code="P130",
    name="unknown-node",
    severity=Severity.ERROR,
    what="记录里的节点不是这个事项的节点。",
    why="节点编号写错，节点完成或节点延期就没有记到该记的地方，节点照样逾期。",
    example=(
        "nodes:\n"
        "  - id: a\n"
        "    title: 出台细则\n"
        "    due: 2017-09-30\n"
        "log:\n"
        "  - date: 2017-09-20\n"
        "    event: 节点完成\n"
        "    node: b              # 没有节点 b"
    ),
    fix="改成 nodes 里的编号；确有这个节点的，在 nodes 里补上。",
    check=_check,
)
