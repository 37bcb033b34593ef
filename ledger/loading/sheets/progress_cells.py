"""What a row says has happened: state, per cent, words, papers, the day."""

from ledger.base.day_forms import day_form
from ledger.base.text import quoted
from ledger.loading.phrases.papers import is_no_paper, papers_in
from ledger.loading.phrases.plain import BLANKS
from ledger.loading.phrases.status_words import read_percent, read_status
from ledger.loading.phrases.values import Refusal, Status
from ledger.loading.sheets.agreement import completed_by, must_agree
from ledger.loading.sheets.draft import Progress
from ledger.loading.sheets.head_words import Head
from ledger.loading.sheets.row_reading import RowReading

_WORD = 12
_CELLS = {
    "state": (Head.STATE, Head.PROGRESS),
    "percent": (Head.PERCENT, Head.STATE, Head.PROGRESS),
    "note": (Head.PROGRESS,),
    "evidence": (Head.EVIDENCE,),
    "day": (Head.DONE_ON,),
}


def read_progress(row: RowReading) -> Progress:
    """A column 进展情况 that only says 已完成 is a state; where it says more, it is what is to be noted.

    The cells are kept with the row's places, under the names of :class:`Progress`.
    """
    for key, heads in _CELLS.items():
        if head := next((head for head in heads if row.line.cell(head)), None):
            row.places[key] = row.line.place(head)
    note, percent, day = row.text(Head.PROGRESS), _percent(row), _done_on(row)
    status, brief = _state(row), _brief(note)
    if status is not None and (status.state or status.unfinished):
        must_agree(row, status, brief, percent, day)
        if brief is not None and status.state is None:
            status, note = brief, ""
        elif brief is not None and brief.percent is not None:
            percent, note = brief.percent if percent is None else percent, ""
    elif brief is not None:
        status, note = brief, ""
        row.remark([brief.remark])
        must_agree(row, brief, None, percent, day)
    status = status if status and (status.state or status.unfinished) else completed_by(row, percent, day)
    cause = row.text(Head.CAUSE)
    if cause and cause not in BLANKS:
        row.remark([f"未完成原因{quoted(cause)}没有写入：用 ledger record 记，取 policy.yaml 的 causes"])
    if percent is None and status is not None:
        percent = status.percent
    return Progress(
        state=status.state if status else None,
        unfinished=status is not None and status.unfinished,
        percent=None if percent is None else str(percent),
        note="" if note in BLANKS else note,
        evidence=_papers(row),
        day=day,
    )


def _brief(note: str) -> Status | None:
    """What 进展 says where it is no more than a state or a per cent."""
    read = read_status(note) if 0 < len(note) <= _WORD else None
    if not isinstance(read, Status):
        return None
    return read if read.state is not None or read.percent is not None or read.unfinished else None


def _state(row: RowReading) -> Status | None:
    text = row.text(Head.STATE)
    if not text:
        return None
    read = read_status(text)
    if isinstance(read, Refusal):
        row.refuse(read, Head.STATE)
        return None
    row.remark([read.remark])
    return read


def _percent(row: RowReading) -> int | None:
    text = row.text(Head.PERCENT)
    if not text:
        return None
    read = read_percent(text)
    if isinstance(read, Refusal):
        row.refuse(read, Head.PERCENT)
        return None
    return read.percent


def _papers(row: RowReading) -> tuple[str, ...]:
    papers = [paper for paper in papers_in(row.text(Head.EVIDENCE)) if paper not in BLANKS]
    row.remark(
        f"佐证里的{quoted(paper)}不是文号，也不是哪份材料，没有记" for paper in papers if is_no_paper(paper)
    )
    return tuple(paper for paper in papers if not is_no_paper(paper))


def _done_on(row: RowReading) -> str | None:
    cell = row.cell(Head.DONE_ON)
    if cell is None or cell.text in BLANKS:
        return None
    day = cell.day.isoformat() if cell.day else day_form(cell.text)
    if day is None:
        message = f"{quoted(cell.text)}不是哪一天"
        row.refuse(Refusal("I111", message, "写明年月日，如 2017-06-30；没有完成的留空"), Head.DONE_ON)
    return day
