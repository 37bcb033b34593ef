"""D108."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from ledger.base.days import Due
from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import edited, finding, put_back, slip_of_the_pen
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import ITEM, NODE
from ledger.model.forms import field_words, form
from ledger.model.register import ThingType
from ledger.model.shelves import thing_types

_HINTS = {
    (ITEM, "due"): "经批准的记 批准延期（until、by），录入笔误的记 更正（field: due 和 to）",
    (ITEM, "review_by"): "下一次复查的日期写在 进展 的 until 里",
    (NODE, "due"): "经批准的记 批准延期（node、until、by）",
}
_WORDS = {"due": "时限", "review_by": "复查日期"}


def _compare(comparison: Comparison) -> Iterator[Finding]:
    for change in comparison.of(Kind.EDITED, ITEM, NODE):
        hint = _HINTS.get((change.thing, change.field))
        if hint:
            yield finding(change, edited(change, _WORDS[change.field]), f"{put_back(change)}；{hint}")

    for change in comparison.of(Kind.EDITED, *thing_types()):
        kind = thing_types()[change.thing]
        if change.before is not None and is_limit(kind, change.field):
            words = edited(change, field_words(kind.record, change.field))
            yield finding(change, words, f"{put_back(change)}；{_hint(kind, change.field)}")


def is_limit(kind: ThingType[Any], key: str) -> bool:
    """Of a tracked thing every day but that on which it came about: something is owed by it."""
    limits = (f.key for f in form(kind.record) if f.holds in {date, Due} and f.key != kind.dated)
    return kind.events is not None and key in limits


def _hint(kind: ThingType[Any], key: str) -> str:
    extension = next((e for e in kind.events or () if "until" in e.required), None)
    if extension is not None:
        return f"经批准推迟的记 {extension.word}（{'、'.join(extension.required)}）"
    return slip_of_the_pen(kind.kind, key)


RULE = Rule(
    code="D108",
    name="due-edited",
    severity=Severity.ERROR,
    what=(
        "事项或节点的时限、长期事项的复查日期，在原处被改动、添上或删去；登记簿里有记录的（督察问题、认领等），"
        "时限在原处被改动或删去。旁边另记了 批准延期 也一样。"
    ),
    why=(
        "时限一改，逾期就没有了，发过的单也成了无故发的。谁在哪一天批准推迟到哪一天，要有一条记录；"
        "原定的时限照旧写着，才看得出推迟过几次。"
    ),
    example=("- id: 2\n  title: 健全联合审图机制\n  due: 2017-12-31          # 入库时写的是 2017-09-30"),
    fix=(
        "改回原来的写法。推迟或给待定事项定时限，记 批准延期，写 until 和 by，节点的再写 node；"
        "录入笔误记 更正，写 field: due 和 to；复查日期用 进展 的 until 往后定。登记簿里的，能记 批准延期 的记延期，"
        "不能的、录入笔误的，改好后在那一行末尾写放行说明和理由。"
    ),
    compare=_compare,
)
