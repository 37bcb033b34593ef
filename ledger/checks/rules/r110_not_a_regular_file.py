"""R110."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R110",
    name="not-a-regular-file",
    severity=Severity.ERROR,
    what="名称像台账文件，却不是普通文件：是文件夹、符号链接、管道或设备。",
    why="符号链接可能指到台账之外，别人检出仓库后读到的不是同一内容；管道和设备会让程序一直等待。",
    example="plans/2017/zb-2017-05.yaml -> /home/me/草稿.yaml",
    fix="把文件本身放进台账文件夹；文件夹改名，不以 .yaml 结尾。",
)
