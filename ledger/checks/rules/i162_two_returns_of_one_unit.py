"""I162."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I162",
    name="two-returns-of-one-unit",
    severity=Severity.ERROR,
    what="一个单位交了几份表，填的不一样。没有填过的、填得一样的不算。",
    why="后交的不一定是改正的那份；猜错了，记下的就不是它最后的意思。",
    example="2017-11-市公安局.xlsx      # 有进展：完成选址\n2017-11-市公安局(1).xlsx   # 有进展：完成招标",
    fix="问明以哪份为准，另一份移走，再收一次。",
)
