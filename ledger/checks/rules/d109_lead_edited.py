"""D109."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.defaults import Defaults
from ledger.checks.history.then_and_now import edited, finding, put_back, slip_of_the_pen
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ITEM, PLAN, UPSTREAM
from ledger.model.forms import field_words
from ledger.model.shelves import thing_types

_HINTS = {
    PLAN: "移交的在各事项记 移交（to、by），录入笔误的在各事项记 更正（field: lead 和 to）",
    ITEM: "移交的记 移交（to、by），录入笔误的记 更正（field: lead 和 to）",
}
_OWING = {
    (PLAN, "lead"): "牵头单位",
    (ITEM, "lead"): "牵头单位",
    (UPSTREAM, "group"): "专项小组",  # of an item it only groups; of a document it owes the arrangement
}


def _compare(comparison: Comparison) -> Iterator[Finding]:
    defaults = Defaults(comparison)
    for change in comparison.of(Kind.EDITED, PLAN, ITEM, *thing_types()):
        words = _owing(change.thing, change.field)
        if not words:
            continue
        if change.thing == ITEM:
            if not defaults.moved(change.subject, "lead") or defaults.was_empty(change.subject, "lead"):
                continue
        elif change.before is None:
            continue
        message = edited(change, words)
        if change.thing == PLAN:
            moved = defaults.silent(change.subject, "lead")
            message += f"，{moved} 个没有写 lead 的事项随着换了牵头单位" if moved else ""
        hint = _HINTS.get(change.thing) or slip_of_the_pen(change.thing, change.field)
        yield finding(change, message, f"{put_back(change)}；{hint}")


def _owing(thing: str, key: str) -> str:
    """What a key is called that says who owes; nothing for others."""
    return _OWING.get((thing, key)) or (responsible(thing, key) if thing in thing_types() else "")


def responsible(thing: str, key: str) -> str:
    """What the key is called by which a tracked thing of a register says who is responsible; nothing for others."""
    kind = thing_types()[thing]
    return field_words(kind.record, key) if kind.events and key == kind.unit else ""


RULE = Rule(
    code="D109",
    name="lead-edited",
    severity=Severity.ERROR,
    what=(
        "方案、事项或上级文件的牵头单位（上级文件还有专项小组）、登记簿里的责任单位或领导在原处被改动。"
        "原来没有写、补上的不算，把方案头的抄到事项里也不算。"
    ),
    why=(
        "牵头单位一改，过去的逾期、发过的单和排名就都记到新单位头上，原来的单位像没有管过。"
        "方案头的 lead 是各事项的默认值，改一行可能动几十个事项。上级文件由专项小组反馈安排，换了小组，欠账也换了人。"
    ),
    example="id: zb-2017-05\nlead: 市行政审批局          # 入库时写的是 市发展改革委",
    fix=(
        "改回原来的写法。移交的，在事项的 log 里记 移交，写 to 和 by，从那一天起算新单位的；"
        "录入笔误，记 更正，写 field: lead 和 to。上级文件和登记簿里的 更正 改不了，改后在那一行末尾写放行说明和理由。"
    ),
    compare=_compare,
)
