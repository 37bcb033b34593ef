"""I144."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I144",
    name="sheet-is-older",
    severity=Severity.WARNING,
    what="表里的时限或牵头单位，是延期、移交以前的。",
    why="交表的人手里多半是旧表，其他格子也可能是旧的。",
    example="完成时限：2017-06-30          # 台账里已批准延期到 2017-12-31",
    fix="这一格不记，其他照记。确实又改回来的，用 ledger record 记。",
)
