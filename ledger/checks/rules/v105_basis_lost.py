"""V105."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="V105",
    name="basis-lost",
    severity=Severity.ERROR,
    what="找不到算出这期月报的那份台账：文首写的提交、月报入库的提交、当前文件，摘要都不同；或者找到了，本程序却读不全。",
    why="核对是拿当时的文件重算。文件找不到，就只能说没有核对，不能说一致。",
    example="digest: 5f0c…      <- 仓库里没有哪个提交的文件是这个摘要",
    fix="浅克隆的，先取回历史（git fetch --unshallow）；提交丢了的，从别人的仓库取回；都没有，恢复文件后重新生成。",
)
