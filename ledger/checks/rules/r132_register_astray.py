"""R132."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R132",
    name="register-astray",
    severity=Severity.ERROR,
    what="登记簿或督察的文件放错了文件夹。",
    why="登记簿只在 registers 文件夹里读，督察只在 inspections 文件夹里读，一次一个文件。放在别处，整本都不在任何数字里，也没有人催办。",
    example="plans/2017/claims.yaml     # 应为 plans/registers/claims.yaml",
    fix="按提示移到它的文件夹（git mv）；已经有同名文件的，把内容并进去。",
)
