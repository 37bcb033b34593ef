"""R123."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="R123",
    name="bad-value",
    severity=Severity.ERROR,
    what="值不成立：没有这一天、不是整数、不是 true 或 false、名称重复等。",
    why="2017-02-30 这样的日期若被悄悄改成别的一天，逾期天数就全错了；所以只认确实成立的值。",
    example="due: 2017-02-30          # 2 月只到 28 日\nfocus: 是                # 应为 true",
    fix="按提示改写。日期写作 2017-06-30，时限还可写 2017-06、2017Q2、2017H1、2017 或 长期。",
)
