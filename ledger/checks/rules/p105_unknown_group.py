"""P105."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.names import group_mentions, has_register, is_group, nearest_group
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not has_register(ledger):
        return
    for mention in group_mentions(ledger):
        if not is_group(ledger, mention.name):
            guess = nearest_group(ledger, mention.name)
            hint = f"是否为“{guess}”？" if guess else "在 units.yaml 中登记，kind 写 专项小组"
            yield Finding(mention.spot, f"units.yaml 里没有“{mention.name}”这个专项小组", hint)


RULE = Rule(
    code="P105",
    name="unknown-group",
    severity=Severity.ERROR,
    what="专项小组没有在 units.yaml 里登记为“专项小组”。",
    why="按专项小组统计和督办时找不到它，事项就没有归口。",
    example="group: 经济体制小组       # units.yaml 里是 经济体制改革专项小组",
    fix=(
        "按提示改成登记的名称；新设的专项小组在 units.yaml 登记，kind 写 专项小组；不归任何小组的，"
        "删去 group。"
    ),
    check=_check,
)
