"""I140."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I140",
    name="unit-unknown",
    severity=Severity.ERROR,
    what="表里的单位不在 units.yaml 里，简称也对不上。",
    why="单位对不上名册，提示单发不到，逾期也算不到谁头上；猜错一个，就算到别人头上。",
    example="牵头单位：市财正局",
    fix="改对表里的名称；常用的简称在 units.yaml 写进 aliases；确是新单位的，用 --add-units 登记。",
)
