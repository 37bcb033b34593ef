"""I160."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I160",
    name="not-a-packed-workbook",
    severity=Severity.ERROR,
    what="交回的文件不是 ledger pack 发出的 .xlsx：别的格式，打不开，或里面没有发出时的底稿。",
    why="填报要与发出时的底稿对照，才知道锁定的内容有没有被改、台账有没有先变。没有底稿，只能猜。",
    example="市财政局.et                # WPS 自己的格式\n市教育局汇总.xlsx         # 复制到新表里填的，底稿没有带过来",
    fix="请报送单位填在发出的那份里，存为 .xlsx；已经填在别处的，把填的各列贴回发出的那份。",
)
