"""P105."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.names import has_register, is_group, nearest_group
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not has_register(ledger):
        return
    for spot, group in _groups(ledger):
        if not is_group(ledger, group):
            guess = nearest_group(ledger, group)
            hint = f"是否为“{guess}”？" if guess else "在 units.yaml 中登记，kind 写 专项小组"
            yield Finding(spot, f"units.yaml 里没有“{group}”这个专项小组", hint)


def _groups(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        if plan.group:
            yield Spot(path, ("group",)), plan.group
        for n, item in enumerate(plan.items):
            if item.group:
                yield Spot(path, ("items", n, "group")), item.group
    for n, document in enumerate(ledger.upstream):
        if document.group:
            yield Spot(ledger.paths["upstream", document.id], ("upstream", n, "group")), document.group


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
