"""R105."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R105",
    name="tag",
    severity=Severity.ERROR,
    what="文件里用了标签（!名称 或 !!名称）。",
    why="标签会改变值的类型，甚至让程序执行文件里指定的动作；台账的值一律按文字读，由程序按键判断类型。",
    example="due: !!timestamp 2017-06-30",
    fix="删去标签，只写值；值本身以 ! 开头的，加引号。",
)
