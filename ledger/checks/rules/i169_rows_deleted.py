"""I169."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I169",
    name="rows-deleted",
    severity=Severity.WARNING,
    what="发出的行在交回时被删了，当作没有填。",
    why="删掉的往往是不好交代的那几项。",
    example="发出 6 行，交回 5 行：少了 zb-2017-13/10",
    fix="请报送单位补报这几项。",
)
