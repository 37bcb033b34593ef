"""The 台账 as offices print it: a row for every item, under heads that ``import`` knows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ledger.loading.exports.own_sheets import GIVEN, NO_PART, SPARSE
from ledger.measures.standing import Standing
from ledger.model.entries import Entry
from ledger.model.events import CORRECT
from ledger.model.items import STATE_WORDS, State
from ledger.reports.blocks import Cell, Tone
from ledger.reports.words import state_cell

_UNDATED = "待定"
_TONES = {State.COMPLETED: Tone.GOOD, State.ACCEPTED: Tone.GOOD, State.SUSPENDED: Tone.MUTED}


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """``width`` in half-width characters."""

    head: str
    width: int
    cell: Callable[[Standing], Cell]

    @property
    def given(self) -> bool:
        """It is the ledger's to say, nobody fills it in."""
        return self.head in GIVEN

    def needed(self, items: Sequence[Standing]) -> bool:
        """Whether a page of these has it."""
        return self.head not in SPARSE or any(self.cell(s).text not in {"", NO_PART} for s in items)


def _text(say: Callable[[Standing], str | None]) -> Callable[[Standing], Cell]:
    return lambda standing: Cell(say(standing) or "")


def _part(standing: Standing) -> str:
    """Its heading; the number where the plan names no heading for it."""
    number = standing.item.part
    title = next((part.title for part in standing.plan.parts if part.id == number), number)
    return title or (NO_PART if standing.plan.parts else "")


def _due(standing: Standing) -> str:
    """What counts today: as it was written, or the day it was moved to."""
    if standing.due is None and standing.effective_due is None:
        return _UNDATED
    moved = standing.effective_due and (standing.due is None or standing.effective_due != standing.due.last)
    return str(standing.effective_due if moved else standing.due)


def _state(standing: Standing) -> Cell:
    state = standing.history.state
    return Cell(STATE_WORDS[state], _TONES.get(state, Tone.PLAIN))


def _overdue(standing: Standing) -> Cell:
    """By its own limit, or by that of the node named, which no other cell shows; what was finished late says so."""
    if standing.overdue:
        node = standing.node if standing.deadline != standing.effective_due else None
        return Cell(f"{f'节点{node.id}' if node else ''}逾期{standing.overdue_days}天", Tone.BAD)
    return state_cell(standing) if standing.late else Cell("")


def _last(standing: Standing, has: Callable[[Entry], object]) -> Entry | None:
    """The latest fact that has it."""
    facts = (step.entry for step in reversed(standing.history.steps) if step.counted)
    return next((entry for entry in facts if entry.event != CORRECT and has(entry)), None)


def _progress(standing: Standing) -> str | None:
    entry = _last(standing, lambda e: e.note)
    return entry.note if entry else None


def _evidence(standing: Standing) -> str:
    entry = _last(standing, lambda e: e.evidence)
    return "、".join(paper.name for paper in entry.evidence) if entry else ""


COLUMNS = (
    PrintedColumn("方案编号", 12, _text(lambda s: s.plan.id)),
    PrintedColumn("编号", 7, _text(lambda s: s.item.id)),
    PrintedColumn("所属部分", 12, _text(_part)),
    PrintedColumn("事项", 24, _text(lambda s: s.title)),
    PrintedColumn("原文", 36, _text(lambda s: s.item.text)),
    PrintedColumn("牵头单位", 15, _text(lambda s: "、".join(s.leads))),
    PrintedColumn("配合单位", 16, _text(lambda s: "、".join(s.participants))),
    PrintedColumn("时限", 11, _text(_due)),
    PrintedColumn("状态", 10, _state),
    PrintedColumn("逾期情况", 9, _overdue),
    PrintedColumn("进展情况", 24, _text(_progress)),
    PrintedColumn("佐证", 16, _text(_evidence)),
    PrintedColumn("未完成原因", 10, _text(lambda s: s.cause)),
)
STATES, LEADS = "状态", "牵头单位"
"""Heads of columns that offer their answers."""
