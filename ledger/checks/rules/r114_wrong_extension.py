"""R114."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R114",
    name="wrong-extension",
    severity=Severity.ERROR,
    what="扩展名不是小写的 .yaml，文件没有读入。",
    why="扩展名不统一，有的程序读、有的不读，同一份台账就有两套数字；所以只认 .yaml，其余的说明没有读。",
    example="plans/2017/zb-2017-05.yml",
    fix="改名为 .yaml 结尾：git mv zb-2017-05.yml zb-2017-05.yaml。",
)
