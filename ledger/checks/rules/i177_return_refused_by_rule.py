"""I177."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I177",
    name="return-refused-by-rule",
    severity=Severity.ERROR,
    what="照这一行记下，台账就通不过检查：例如佐证已由别的事项使用。",
    why="记进去的每一条都要过台账自己的规则，从表里来的也一样。",
    example="佐证 云政办发〔2017〕31号     # zb-2017-05/1 已用过",
    fix="按所指的规则改了再报，或核对后用 ledger record 记。",
)
