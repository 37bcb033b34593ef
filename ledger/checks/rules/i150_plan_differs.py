"""I150."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I150",
    name="plan-differs",
    severity=Severity.WARNING,
    what="表上写的方案名称或文号与台账不同。",
    why="可能拿错了表，也可能只是简称和全称。方案本身的写法不照表改。",
    example="方案的文号：台账里是“云改办发〔2017〕5号”，表里是“云改办发〔2017〕6号”",
    fix="核对是不是同一个方案，不是的换一个 --plan。",
)
