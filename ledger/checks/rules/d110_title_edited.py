"""D110."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import edited, finding, put_back, slip_of_the_pen
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ITEM, NODE, PLAN
from ledger.model.forms import field_words
from ledger.model.shelves import thing_types


def _compare(comparison: Comparison) -> Iterator[Finding]:
    tracked = (kind for kind, thing in thing_types().items() if thing.events)
    for change in comparison.of(Kind.EDITED, PLAN, ITEM, NODE, *tracked):
        if change.field == "title":
            hint = f"{put_back(change)}；{slip_of_the_pen(change.thing, 'title')}"
            yield finding(change, edited(change, _word(change.thing)), hint)


def _word(thing: str) -> str:
    return field_words(thing_types()[thing].record, "title") if thing in thing_types() else "名称"


RULE = Rule(
    code="D110",
    name="title-edited",
    severity=Severity.ERROR,
    what="方案、事项、节点、上级文件或登记簿里有记录的一件（督察问题、认领等）的名称在原处被改动。",
    why="名称写明要办成什么。“全面推行”改成“研究推行”，编号没有变，要办的事变了，改前改后的数字却放在一起比。",
    example="- id: 1\n  title: 研究建立负面清单     # 入库时写的是 建立企业投资项目负面清单",
    fix=(
        "改回原来的名称。事项名称录入笔误的，在 log 最后记 更正，写 by、note、field: title 和 to；"
        "方案、节点和登记簿里的名称 更正 改不了，确是笔误的，改后在那一行末尾写放行说明和理由；"
        "任务本身调整了的，原事项记 终止 或 拆分，另立新的事项。"
    ),
    compare=_compare,
)
