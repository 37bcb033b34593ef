"""P133."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import items_with
from ledger.checks.known import known_of
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in items_with(ledger, "并入", "拆分"):
        for n, entry in placed.entries("并入", "拆分"):
            for k, name in enumerate(entry.into or ()):
                ref = name if "/" in name else f"{placed.plan.id}/{name}"
                if ref == placed.ref or not known_of(ledger).item(ref):
                    fault = "是它自己" if ref == placed.ref else "不存在"
                    message = f"{entry.event}所指的事项 {ref} {fault}"
                    hint = "写接手事项的编号，例如 5 或 zb-2017-08/5"
                    yield Finding(placed.spot("log", n, "into", k), message, hint)


RULE = Rule(
    code="P133",
    name="into-unknown-item",
    severity=Severity.ERROR,
    what="并入、拆分所指的事项不存在，或就是它自己。",
    why="并入、拆分的事项不再计数，责任由所指的事项接着担；所指的事项不存在，这件事就从台账上消失了。",
    example="- date: 2017-05-10\n  event: 并入\n  by: 市委改革办\n  into: zb-2017-08/50      # 没有这一项",
    fix="写接手事项的编号：同一方案的写 5，别的方案的写 zb-2017-08/5；还没有立的，先立事项。",
    check=_check,
)
