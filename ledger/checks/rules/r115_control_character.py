"""R115."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R115",
    name="control-character",
    severity=Severity.ERROR,
    what="文件里有控制字符。",
    why="从别处粘贴时带进的不可见字符，YAML 不允许，打印和导出时也会出错。",
    example="title: 建立负面清单␀            # ␀ 处是一个不可见的字符",
    fix="到所指的行列删去该字符，重新保存；找不到的，把该行删去重新输入。",
)
