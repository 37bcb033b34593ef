"""I143."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I143",
    name="decided-by-nobody",
    severity=Severity.ERROR,
    what="时限或牵头单位与台账不同，没有说明由谁决定。",
    why="延期要批准，移交要有人定。没有这一条，改个格子就没有逾期了。",
    example="完成时限：台账里是 2017-06-30，表里是 2017-12-31",
    fix="用 --by 市委改革办 说明由谁决定，就记成批准延期或移交；其实没有变的，把表改回来。",
)
