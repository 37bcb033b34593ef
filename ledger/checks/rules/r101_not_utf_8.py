"""R101."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R101",
    name="not-utf-8",
    severity=Severity.ERROR,
    what="文件不是 UTF-8 编码的文本。",
    why=(
        "台账统一用 UTF-8。GB18030（GBK）等编码混进来，单位名、文号会变成乱码，这个文件也就不能计入任何数字。"
    ),
    example="# 用记事本另存为 ANSI 的文件，中文是 GB18030 编码\ntitle: 企业投资项目审批改革实施方案",
    fix="用编辑器打开，核对中文显示正常，另存为“UTF-8”。",
)
