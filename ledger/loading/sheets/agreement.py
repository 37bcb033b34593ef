"""The cells of one row that say how far an item is, taken together: they agree, or the row is refused."""

from ledger.base.text import quoted
from ledger.loading.phrases.values import Refusal, Status
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.row_reading import RowReading
from ledger.model.items import State

_DONE = frozenset({State.COMPLETED, State.ACCEPTED})
_OPEN = frozenset({State.NOT_STARTED, State.IN_PROGRESS})


def completed_by(row: RowReading, percent: int | None, day: str | None) -> Status | None:
    """A row that names no state has one all the same where it says when it was done, or 100%."""
    head = Head.DONE_ON if day is not None else Head.PERCENT
    if day is not None:
        row.remark([f"写有实际完成的日期 {day}，读作已完成"])
    elif percent == 100:
        row.remark(["100%读作已完成"])
    else:
        return None
    row.places["state"] = row.line.place(head)
    return Status(State.COMPLETED)


def must_agree(
    row: RowReading, status: Status, note: Status | None, percent: int | None, day: str | None
) -> None:
    """Refuse the row where 状态 says otherwise than a short 进展, the per cent or a day of completion."""
    told = row.text(Head.STATE) or row.text(Head.PROGRESS)
    if note is not None and _contradict(status, note):
        _refuse(row, told, Head.PROGRESS)
    elif status.state is State.NOT_STARTED and percent:
        _refuse(row, told, Head.PERCENT)
    elif _is_open(status) and day is not None:
        _refuse(row, told, Head.DONE_ON)


def _contradict(one: Status, other: Status) -> bool:
    if {one.state, other.state} == _OPEN:
        return True
    return (_is_open(one) and _is_done(other)) or (_is_done(one) and _is_open(other))


def _is_done(status: Status) -> bool:
    return status.state in _DONE


def _is_open(status: Status) -> bool:
    return status.unfinished or status.state in _OPEN


def _refuse(row: RowReading, told: str, head: Head) -> None:
    message = f"写着{quoted(told)}，{head}一格却是{quoted(row.text(head))}"
    row.refuse(Refusal("I147", message, "核对这一行，改对其中一个"), head)
