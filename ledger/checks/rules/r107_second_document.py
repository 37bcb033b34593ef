"""R107."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R107",
    name="second-document",
    severity=Severity.ERROR,
    what="一个文件里有两个以上 YAML 文档（中间有 ---）。",
    why="一个方案、一份单据各占一个文件，编号与文件名相同；写在一起就对不上，第二个文档也不会被读入。",
    example="id: zb-2017-05\ntitle: 方案一\n---\nid: zb-2017-06\ntitle: 方案二",
    fix="把 --- 以后的内容移到它自己的文件里，删去 ---。",
)
