"""I204."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I204",
    name="assessed-by-own-lead",
    severity=Severity.ERROR,
    what="--by 写的核验单位就是这一项的牵头单位。",
    why="自己办的事不能自己核验。",
    example="ledger assess --read 自查表 --by 市财政局      # 市财政局牵头的事项",
    fix="--by 写核验的单位，如改革办；牵头单位自查的，不写 --by。",
)
