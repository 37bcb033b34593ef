"""I178."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I178",
    name="leads-unheard",
    severity=Severity.WARNING,
    what="几家共同牵头的事项，报“已完成”的只是其中几家，别的没有填；已照收。",
    why="一家做完了自己的部分，不等于全办完了；没有填的那家也许另有话说。",
    example="市财政局 已完成    市教育局（没有交表）",
    fix="问一问没有填的牵头单位；没有办完的，用 ledger record 记 核验退回，或记 更正 作废。",
)
