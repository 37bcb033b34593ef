"""R120."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R120",
    name="unknown-key",
    severity=Severity.ERROR,
    what="写了一个没有定义的键。",
    why="多半是键名拼错。悄悄忽略它，写在里面的时限、牵头单位就等于没写。",
    example="- id: 1\n  title: 建立负面清单\n  dueto: 2017-06-30     # 应为 due",
    fix="按提示改正键名；台账不需要的内容写进 note，或删去。",
)
