"""I107."""

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Rule

RULE = Rule(
    code="I107",
    name="steps-without-due",
    severity=Severity.ERROR,
    what="一个事项的名称合并了几行，这些行没有各写各的内容和时限，不知道是几个节点还是几个事项。",
    why="当作一个事项，几个时限只剩一个；当作几个事项，完成率的分母就变了。",
    example=(
        "工作任务（合并两行） | 制定方案 | 6月底前\n                     | 组织实施 |            # 没有时限"
    ),
    fix="各行是节点的，每行写做什么、时限；是不同事项的，每行写编号和单位；只是一段话的，合成一行。",
)
