"""P139."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for n, document in enumerate(ledger.upstream):
        if not document.lead and not document.group:
            spot = Spot(ledger.paths["upstream", document.id], ("upstream", n, "id"))
            yield Finding(spot, f"{document.id} 没有牵头单位，也没有专项小组", "写 group，收文后写 lead")


RULE = Rule(
    code="P139",
    name="document-without-unit",
    severity=Severity.WARNING,
    what="上级文件既没有写牵头单位（lead），也没有写专项小组（group）。",
    why="对接提示发给专项小组，配套方案交办牵头单位。都没有写，这份文件就没有人办，也催不到人。",
    example="upstream:\n  - id: zy-2017-18          # 缺 group 和 lead\n    title: 关于完善农村人居环境治理机制的意见",
    fix="写明负责对接的专项小组（group）；收文后写起草配套方案的单位（lead）。",
    check=_check,
)
