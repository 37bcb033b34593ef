"""R103."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R103",
    name="tab",
    severity=Severity.ERROR,
    what="文件里有制表符（Tab）。",
    why="YAML 不允许用制表符缩进；不同编辑器把它显示成不同宽度，看着对齐，实际层级已错。",
    example="items:\n→- id: 1            # → 处是一个制表符",
    fix="把制表符全部换成空格（每级缩进两个），并把编辑器设成“Tab 键输入空格”。",
)
