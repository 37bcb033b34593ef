"""I202."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I202",
    name="assessment-contradicts-ledger",
    severity=Severity.WARNING,
    what="评估结论与台账里的状态不一致，而这次不能据以改记录：没有写 --by，或事项没有报完成。",
    why="台账报完成、督察认为没有完成的，是督察最要紧的发现；不说出来就过去了。",
    example="台账是已完成，评估结论是未启动",
    fix="核验不通过的，加 --by 单位 再收一次，记核验退回；台账漏记的，由牵头单位补记；结论有误的，改表。",
)
