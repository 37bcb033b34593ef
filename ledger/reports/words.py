"""Words that several reports share, so that they always read the same."""

from datetime import date

from ledger.base.days import in_chinese
from ledger.measures.progress import LABELS
from ledger.measures.standing import Standing
from ledger.model.items import STATE_WORDS, State
from ledger.reports.blocks import Cell, Tone

HIGHER = {
    "部门意见不一致": "请出面协调",
    "涉及利益调整": "请研究决定",
    "上级政策未明确": "请向上级请示",
}
"""Causes that a unit cannot clear away alone, and what is asked of a leader."""


def cn_date(day: date | None) -> str:
    """As official papers write it; nothing for no day."""
    return in_chinese(day) if day else ""


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def measure_word(kind: str) -> str:
    """Papers are counted in 件, orders in 期."""
    return "期" if kind == "责令书" else "件"


def due_text(standing: Standing) -> str:
    """The limit with the precision that was written; where it moved, the new day and the written one."""
    written = str(standing.due) if standing.due else LABELS["undated"]
    last = standing.due.last if standing.due else None
    if standing.effective_due is None or standing.effective_due == last:
        return written
    return f"{standing.effective_due}（原 {written}）"


def state_cell(standing: Standing) -> Cell:
    """The status, with what a reader has to know beside it."""
    if standing.overdue:
        begun = STATE_WORDS[State.NOT_STARTED] if standing.history.state is State.NOT_STARTED else "已启动"
        return Cell(f"{begun}，逾期{standing.overdue_days}天", Tone.BAD)
    if standing.late:
        return Cell(LABELS["late"], Tone.WARN)
    if standing.accepted:
        return Cell(LABELS["accepted"], Tone.GOOD)
    if standing.is_claimed:
        return Cell("待核验", Tone.GOOD)
    word = STATE_WORDS[standing.status]
    if standing.status in {State.SUSPENDED, State.CANCELLED}:
        return Cell(word, Tone.MUTED)
    return Cell(word)


def pressing_due(standing: Standing) -> str:
    """The limit that an overdue item is overdue by: its own, or a node's."""
    return late_node(standing) or due_text(standing)


def late_node(standing: Standing) -> str | None:
    """The node that makes an item overdue although the item itself is not due yet."""
    node = standing.node
    if (
        node is None
        or not standing.overdue
        or standing.deadline != node.due
        or node.due == standing.effective_due
    ):
        return None
    return f"节点 {node.id} {node.written}"


def names(units: tuple[str, ...]) -> str:
    return "、".join(units) or "（无牵头）"


def days_left(due: date, day: date) -> Cell:
    """How far a limit is, from a day."""
    days = (due - day).days
    if days < 0:
        return Cell(f"逾期{-days}天", Tone.BAD)
    if days == 0:
        return Cell("今日到期", Tone.WARN)
    return Cell(f"还有{days}天", Tone.WARN if days <= 7 else Tone.PLAIN)
