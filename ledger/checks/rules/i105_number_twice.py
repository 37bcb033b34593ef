"""I105."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I105",
    name="number-twice",
    severity=Severity.ERROR,
    what="两行用了同一个编号。",
    why="编号是引用的依据。编号重复，记录和督办单会记到别的事项头上。",
    example=("1   建立负面清单\n1   公布服务指南            # 与上一行重复"),
    fix="后一行改用没有用过的编号；各张表各自从 1 编起的，用 --sheet 一张一张导入各自的方案。",
)
