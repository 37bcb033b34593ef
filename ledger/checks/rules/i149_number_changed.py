"""I149."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I149",
    name="number-changed",
    severity=Severity.ERROR,
    what="表里的事项与台账里的一项名称相同，编号不同。",
    why="照编号记，同一件事就有了两项，总数也多了一项；多半是表里插了一行，后面的序号都往下挪了。",
    example="序号：8     名称：建立绩效评价制度          # 台账里是 7",
    fix="把表里的编号改回台账的编号，新增的排在最后；确是另一件事的，名称写得有所区别。",
)
