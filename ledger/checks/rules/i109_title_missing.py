"""I109."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I109",
    name="title-missing",
    severity=Severity.ERROR,
    what="一行有单位或时限，却没有事项的名称，也没有原文。",
    why="没有名称的事项，谁也不知道要做什么。",
    example="3 |  | 市财政局 | 6月底前",
    fix="补上名称；不是事项的，删去这一行。",
)
