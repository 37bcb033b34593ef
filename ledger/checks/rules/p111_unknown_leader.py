"""P111."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import did_you_mean
from ledger.checks.items import placed_items
from ledger.checks.names import has_register, leader_names, names_in_registers
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    if not has_register(ledger):
        return
    for spot, leader in _leaders(ledger):
        if not ledger.units.is_leader(leader):
            hint = did_you_mean(leader, leader_names(ledger)) or "在 units.yaml 的 leaders 中登记"
            yield Finding(spot, f"units.yaml 的 leaders 里没有“{leader}”", hint)


def _leaders(ledger: Ledger) -> Iterator[tuple[Spot, str]]:
    for placed in placed_items(ledger):
        if placed.item.leader:
            yield placed.spot("leader"), placed.item.leader
    for name, holding in names_in_registers(ledger):
        if name.what == "leader":
            yield holding.spot(*name.pointer), name.text


RULE = Rule(
    code="P111",
    name="unknown-leader",
    severity=Severity.ERROR,
    what="领衔、认领的领导没有在 units.yaml 的 leaders 里登记。",
    why="按领导统计领衔事项时找不到他；名字写错，欠账就记在一个不存在的人名下。",
    example="leader: 沈砚清           # units.yaml 里是 沈砚青",
    fix="按提示改正姓名；新任领导在 units.yaml 的 leaders 里登记。",
    check=_check,
)
