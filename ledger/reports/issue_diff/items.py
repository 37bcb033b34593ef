"""Items by what happened to them between two issues, and how each stood before and stands now, in words."""

from collections.abc import Callable
from typing import Any

from ledger.measures.comparing.happenings import Happened, Happening, moved_nodes
from ledger.measures.standing import Standing
from ledger.model.items import State
from ledger.reports.blocks import Column, Table, cells
from ledger.reports.words import due_text, names, pressing_due, state_cell

TITLES = {
    Happening.COMPLETED: "新完成",
    Happening.RETURNED: "退回、反弹等",
    Happening.NEWLY_OVERDUE: "新增逾期",
    Happening.NO_LONGER_OVERDUE: "解除逾期",
    Happening.DUE: "时限变动",
    Happening.LEAD: "牵头变动",
    Happening.SUSPENDED: "暂缓",
    Happening.RESUMED: "恢复",
    Happening.CANCELLED: "终止、并入、拆分",
    Happening.ADDED: "新计入",
    Happening.REMOVED: "移出计数",
    Happening.CAUSE: "原因变动",
}
_ABSENT = "（台账里没有）"
_ENDS = {State.SUSPENDED: ("暂缓",), State.CANCELLED: ("终止", "并入", "拆分")}
KEYS = ("ref", "title", "lead", "kind", "before", "after", "also")


def happened_table(found: list[Happened]) -> Table:
    """Of one kind. What else happened to an item has a column where anything did."""
    columns = [Column("事项"), *(Column(t, wrap=True) for t in ("名称", "牵头单位", "上期", "本期"))]
    if any(h.also for h in found):
        columns.append(Column("同时", wrap=True))
    rows = [
        cells(h.last.ref, h.last.title, names(h.last.leads), *sides(h), _also(h))[: len(columns)]
        for h in found
    ]
    return Table(tuple(columns), tuple(rows))


def happened_data(found: Happened) -> dict[str, Any]:
    before, after = sides(found)
    return {
        "ref": found.last.ref,
        "title": found.last.title,
        "lead": list(found.last.leads),
        "kind": found.kind.value,
        "before": before,
        "after": after,
        "also": [kind.value for kind in found.also],
    }


def _also(found: Happened) -> str:
    return "、".join(TITLES[kind] for kind in found.also)


def sides(found: Happened) -> tuple[str, str]:
    """How it was and how it is, by what the kind is about."""
    if found.kind is Happening.DUE and found.before and found.after:
        return _limits(found.before, found.after)
    told = _TOLD.get(found.kind, _state)
    before, after = (told(s) if s else _ABSENT for s in (found.before, found.after))
    return before, after


def _limits(old: Standing, now: Standing) -> tuple[str, str]:
    """The item's limit, and those of nodes that moved."""
    moved = moved_nodes(old, now)
    own = old.effective_due != now.effective_due
    before, after = (
        "；".join(
            [*([due_text(s)] if own else []), *(f"节点 {n.id} {n.due}" for n in s.nodes if n.id in moved)]
        )
        for s in (old, now)
    )
    return before, after


def _state(standing: Standing) -> str:
    """With the day of the fact, where the state is that of a fact."""
    if standing.status in _ENDS:
        facts = [
            s.entry for s in standing.history.steps if s.counted and s.entry.event in _ENDS[standing.status]
        ]
        return f"{facts[-1].date} {facts[-1].event}"
    if standing.is_claimed and standing.history.claimed:
        return f"{standing.history.claimed} 完成，{state_cell(standing).text}"
    return state_cell(standing).text


def _overdue(standing: Standing) -> str:
    """By which limit."""
    return f"{_state(standing)}；时限 {pressing_due(standing)}" if standing.overdue else _state(standing)


_TOLD: dict[Happening, Callable[[Standing], str]] = {
    Happening.NEWLY_OVERDUE: _overdue,
    Happening.NO_LONGER_OVERDUE: _overdue,
    Happening.LEAD: lambda s: names(s.leads),
    Happening.CAUSE: lambda s: s.cause or "未写明",
}
