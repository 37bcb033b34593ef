"""R131."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R131",
    name="unknown-register",
    severity=Severity.WARNING,
    what="registers 文件夹里有一个文件，文件名不是任何登记簿的名称。",
    why="文件名就是登记簿的名称。写错一个字母，整本登记簿都不读入，不在任何数字里，也没有人催办。",
    example="plans/registers/pilot.yaml     # 应为 pilots.yaml",
    fix="按提示改文件名；有哪些登记簿，见 plans/README.md。是新版本才有的登记簿，升级 ledger。",
)
