"""``ledger list rhythm``: which of the six things of a month (六个一) were done in it."""

from datetime import date

from ledger.base.errors import LedgerError
from ledger.base.text import first_of
from ledger.measures.rhythm import Beat, rhythm
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, Tone, cells
from ledger.reports.listing import Listing

_KEYS = ("name", "word", "count", "told", "query")


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    if chosen != Selection():
        raise LedgerError("六个一是全台账一个月的事，不能筛选；哪个月，用 --month")
    beats = list(rhythm(ledger, day))
    columns = (
        Column("六个一"),
        Column("本月"),
        Column("做了什么", wrap=True),
        Column("逐件查看", wrap=True),
    )
    rows = tuple(cells(b.word, _count(b), first_of(b.told, 3, "等{n}件"), _query(b, day)) for b in beats)
    done = sum(b.count > 0 for b in beats)
    without = "、".join(b.word for b in beats if not b.count)
    note = f"{day.year}年{day.month}月六个一登记了{done}个" + (
        f"，没有登记的：{without}。" if without else "。"
    )
    data = [
        {"name": b.name, "word": b.word, "count": b.count, "told": list(b.told), "query": _query(b, day)}
        for b in beats
    ]
    return Report(
        "六个一", day, (Table(columns, rows), Paragraph(note)), {"rhythm": data, "done": done}, data, _KEYS
    )


def _count(beat: Beat) -> Cell:
    return Cell(f"{beat.count}{beat.unit}", Tone.GOOD) if beat.count else Cell("没有登记", Tone.BAD)


def _query(beat: Beat, day: date) -> str:
    return f"ledger {beat.query} --month {day:%Y-%m}"


LISTING = Listing("rhythm", "六个一：调度、督察、排名、通报、宣传、会诊，本月做了哪些", _build)
