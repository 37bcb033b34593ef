"""R122."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R122",
    name="wrong-shape",
    severity=Severity.ERROR,
    what="值的样式不对：应是文字却写成列表，应是若干项却写成一个值，等等。",
    why="样式不对，程序就不知道哪一部分是什么；多半是漏了“- ”或缩进多了一级。",
    example="log:\n  date: 2017-03-15       # 每条记录前应有“- ”\n  event: 启动",
    fix="参照 plans/README.md 的样例：列表每项以“- ”开头，下级内容比上级多缩进两格。",
)
