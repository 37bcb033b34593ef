"""D103."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.base.text import quoted
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import finding
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ITEM, PLAN, THINGS
from ledger.model.shelves import thing_types


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.REUSED, PLAN, ITEM, *thing_types()):
        message = (
            f"编号 {change.subject} 原来是{THINGS[change.thing]}{quoted(change.before.title)}，"
            f"现在给了另一个：{quoted(change.after.title)}"
        )
        yield finding(change, message, "恢复原来的内容；新的用没有用过的编号", "id")


RULE = Rule(
    code="D103",
    name="id-reused",
    severity=Severity.ERROR,
    what="一个编号原来是一个事项（方案、登记簿里的一件），现在名称、时限和记录都换了，成了另一个。",
    why=(
        "单据、通报和会议材料都用编号指事项。编号换了主，原来发的单就落到不相干的事项头上，"
        "原来的事项则不声不响地没有了。"
    ),
    example=("- id: 2\n  title: 推行证照联办          # 入库时 2 是“健全联合审图机制”\n  due: 2018-06-30"),
    fix=(
        "恢复原来的事项，新的事项另编没有用过的编号。原来的不再办的，记 终止、并入 或 拆分。"
        "事项只是名称有笔误的，不改原处，记 更正，写 field: title 和 to。"
    ),
    compare=_compare,
)
