"""R124."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R124",
    name="value-not-allowed",
    severity=Severity.ERROR,
    what="值不在允许的范围里：不是规定的几个词之一，超过上限，或编号里有空格、/、#。",
    why="这些值决定按哪套规则处理；编号用来拼成 zb-2017-05/1#a 这样的引用，不能含有分隔符。",
    example="kind: 提醒单             # 只能写 提示单、交办单、催办单、责令书\nid: 1/2",
    fix="从提示的词里选一个，或按提示的范围改写。",
)
