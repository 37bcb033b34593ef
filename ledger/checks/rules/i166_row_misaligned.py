"""I166."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I166",
    name="row-misaligned",
    severity=Severity.ERROR,
    what="一行的编号与名称（或与两个以上锁定的格子）对不上。",
    why="多半是只排了几列，或整行错位；这一行的进展说的是另一项。",
    example="编号 zb-2017-06/3   发出时：建设交易平台   交回时：界定成员身份",
    fix="请报送单位照发出的那份核对，改正后再报。",
)
