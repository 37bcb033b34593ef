"""对接: documents from above, from their adoption to our companion plan (S1, S3)."""

from datetime import date

from ledger.measures.docking import DockingStanding
from ledger.measures.docking_states import DOCKING_STATES
from ledger.reports.blocks import Block, Cell, Column, Paragraph, Table, Tone, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown


def _build(counter: Counter) -> list[Block]:
    known = counter.documents("known")
    if not known.value:
        return []
    waiting = counter.documents("open")
    issued = counted({"已配套": counter.documents("companion_issued")}, "件")
    late = counted({"其中逾期配套": counter.documents("companion_late")}, "件")
    ended = counted({"免于配套": counter.documents("exempt"), "未办结": waiting}, "件")
    blocks: list[Block] = [
        Paragraph(
            sentence(
                "，".join(filter(None, (f"上级文件{known}件", issued, late, ended))),
                counted({words: counter.documents(state) for state, words in _THIS_MONTH.items()}, "件"),
                counted({words: counter.documents(state) for state, words in _OVERDUE.items()}, "件")
                or "没有逾期未办的",
            )
        )
    ]
    found = sorted(
        (d for d in counter.month.documents if DOCKING_STATES["open"].fits(d, counter.month.day)),
        key=lambda d: (d.companion_due or date.max, d.ref),
    )
    columns = (
        Column("文件"), Column("名称", wrap=True), Column("负责单位", wrap=True), Column("收文"),
        Column("配套期限"), Column("情况"),
    )  # fmt: skip
    rows = tuple(cells(d.ref, d.title, _owing(d), d.received, d.companion_due, _state(d)) for d in found)
    return [*blocks, *shown(Table(columns, rows), "未办结的上级文件", waiting)]


_THIS_MONTH = {"adopted_this_month": "本月上级通过", "received_this_month": "本月收文"}
_OVERDUE = {
    "notice_overdue": "提示逾期未办",
    "arrangement_overdue": "反馈逾期未办",
    "companion_overdue": "配套逾期未办",
}


def _owing(document: DockingStanding) -> str:
    """The task group before receipt, the leads after it."""
    return "、".join(document.responsible if document.received else document.addressees)


def _state(document: DockingStanding) -> Cell:
    """What is owed now."""
    day = document.day
    if document.companion_due is not None:
        left = (document.companion_due - day).days
        return Cell(f"配套逾期{-left}天", Tone.BAD) if left < 0 else Cell(f"还有{left}天")
    if document.notified is None:
        late = document.notice_due is not None and document.notice_due < day
        return Cell("提示逾期", Tone.BAD) if late else Cell("待提示")
    late = document.fed_back is None and document.feedback_due is not None and document.feedback_due < day
    if late:
        return Cell("反馈逾期", Tone.BAD)
    return Cell("待收文" if document.fed_back else "待反馈")


SECTION = Section("docking", "对接上级文件", _build)
