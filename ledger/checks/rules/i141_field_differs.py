"""I141."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I141",
    name="field-differs",
    severity=Severity.ERROR,
    what="事项已在台账里，表里的名称、原文、配合单位、所属部分、节点等与台账不同，又没有哪一种记录能这样改。",
    why="表和台账总有一个是错的。悄悄照表改，原来写的是什么就查不到了；悄悄不改，交表的人以为改了。",
    example="名称：台账里是“编制预算公开办法”，表里是“编制预算信息公开办法”",
    fix="表错了改表。台账里录错的名称、时限、牵头单位，用 ledger record 记 更正；配合单位、原文等照改方案文件。整张表都不同的，先看编号是否错了位。",
)
