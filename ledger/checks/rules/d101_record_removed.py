"""D101."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import finding, inside, thing_name
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ITEM, PLAN, RANKING, THINGS, UPSTREAM
from ledger.model.shelves import thing_types

_HINTS = {
    PLAN: "恢复原文；不再办的，逐项记 终止 或 并入",
    UPSTREAM: "恢复原文；登记有误的，记 免于配套（by、note）",
}


def _compare(comparison: Comparison) -> Iterator[Finding]:
    kinds = [PLAN, *(kind for kind in thing_types() if kind != RANKING)]  # a published ranking has D125
    for change in comparison.of(Kind.REMOVED, *kinds):
        items = inside(change.before, ITEM)
        with_it = f"，连同其中 {items} 个事项，各项数字里都没有它们了" if items else ""
        yield finding(change, f"{thing_name(change.before)}被删去{with_it}", _hint(change.thing))
    for change in comparison.of(Kind.RENUMBERED, *kinds):
        message = f"{THINGS[change.thing]}的编号 {change.before} 被改为 {change.after}"
        yield finding(change, message, f"改回 {change.before}", "id")


def _hint(kind: str) -> str:
    """Of a tracked thing the events that end it."""
    if kind in _HINTS:
        return _HINTS[kind]
    table, ended = thing_types()[kind].events, thing_types()[kind].ended
    words = [event.word for event in table or () if event.leads_to in ended and event.leads_to]
    end = f"恢复原文；已经了结的记 {'、'.join(words)}" if words else "恢复原文"
    return f"{end}；登记有误、确要删去的，在登记簿里写放行说明（写法见 ledger rule A101）"


RULE = Rule(
    code="D101",
    name="record-removed",
    severity=Severity.ERROR,
    what="已经入库的方案、上级文件或登记簿里的一件被删去，或改了编号。",
    why=(
        "删去方案，其中的事项就从总数、完成率和逾期里消失，没有人知道为什么；"
        "改了编号，三单一书、上级文件和公布过的名单就指不到它了。登记簿里的问题、督察、认领也一样：删去一个没有办成的，"
        "看上去就像从来没有过。"
    ),
    example="plans/2017/zb-2017-05.yaml    # 入库以后被删去，或其中的 id 改为 zb-2017-06",
    fix=(
        "用 git 恢复原文。方案不再执行的，逐个事项记 终止，写 by 和 note；"
        "由别的方案接着办的，记 并入，写 into。登记簿里已经了结的，记了结它的那一条；登记有误、确要删去的，写放行说明和理由。"
        "编号一经入库不再改。"
    ),
    compare=_compare,
)
