"""D111."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.defaults import Defaults
from ledger.checks.history.then_and_now import edited, finding, put_back
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import ITEM, PLAN

_WORDS = {
    "field": "领域",
    "group": "专项小组",
    "with": "配合单位",
    "weight": "权重",
    "focus": "重点标记（focus）",
    "hard": "难度标记（hard）",
    "major_task": "重大任务",
    "part": "所属部分",
}
_DEFAULTED = ("field", "group")


def _compare(comparison: Comparison) -> Iterator[Finding]:
    defaults = Defaults(comparison)
    for change in comparison.of(Kind.EDITED, PLAN, ITEM):
        if change.field not in _WORDS or not _moves(change, defaults):
            continue
        message = edited(change, _WORDS[change.field])
        if change.thing == PLAN:
            message += f"，{defaults.silent(change.subject, change.field)} 个事项随着换了分组"
        hint = f"{put_back(change)}；确需调整的，在提交说明里写明依据，并说明以前的分组数字不再可比"
        yield finding(change, message, hint)


def _moves(change: Change, defaults: Defaults) -> bool:
    """Whether it puts an item elsewhere: the order of participants says nothing, nor what the plan says anyway."""
    if change.field == "with":
        return set(change.before or ()) != set(change.after or ())
    if change.field in _DEFAULTED:
        if change.thing == PLAN:
            return defaults.silent(change.subject, change.field) > 0
        return defaults.moved(change.subject, change.field)
    return True


RULE = Rule(
    code="D111",
    name="grouping-edited",
    severity=Severity.WARNING,
    what="事项或方案的领域、专项小组、配合单位、权重、重点、难度、重大任务或所属部分在原处被改动。",
    why=(
        "这些决定一个事项算在哪一组里、占多少分量。改了以后，过去各月的分组数字也跟着变，"
        "与公布过的对不上。总数和完成率不变，所以是警告。"
    ),
    example="- id: 4\n  title: 推行证照联办\n  field: 社会体制          # 入库时写的是 经济体制",
    fix="不是有意的，改回原来的写法。确需调整的，可以改，提交说明里写明依据；复核的人看得到动了哪些分组。",
    compare=_compare,
)
