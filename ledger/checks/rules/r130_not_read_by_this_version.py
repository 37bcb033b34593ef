"""R130."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R130",
    name="not-read-by-this-version",
    severity=Severity.NOTE,
    what="本版本的程序还不读这类文件。",
    why="文件留着无妨，但里面的内容不在任何数字里；提醒一声，以免误以为已经计入。",
    example="plans/bulletins/2017-10.yaml     # 月报是 2017-10.md",
    fix="无须处理；需要这类内容时升级 ledger。放错位置的方案移到年度文件夹里，例如 plans/2017/。",
)
