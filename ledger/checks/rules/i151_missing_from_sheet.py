"""I151."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I151",
    name="missing-from-sheet",
    severity=Severity.WARNING,
    what="台账里这个方案的有些事项，表里没有。",
    why="可能只是某个单位的一部分，也可能那几项已经并掉、取消了，台账还不知道。",
    example="台账的 zb-2017-05 有 2 项表里没有：7、9",
    fix="只是一部分的表，不用管。确已并入、拆分、终止的，用 ledger record 记清由谁决定。",
)
