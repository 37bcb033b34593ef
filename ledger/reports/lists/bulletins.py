"""``ledger list bulletins``: the issues that were made, their numbers and days, what was corrected since (S1 #13)."""

from datetime import date
from pathlib import PurePosixPath

from ledger.base.errors import LedgerError
from ledger.files.bulletin_text import BulletinText
from ledger.loading.bulletins import read_head
from ledger.measures.selection import Selection
from ledger.model.bulletins import Head
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Column, Paragraph, Report, Table, cells
from ledger.reports.listing import Listing
from ledger.reports.words import iso

_KEYS = ("month", "number", "day", "population", "corrections", "draft", "file")


def _build(ledger: Ledger, day: date, chosen: Selection) -> Report:
    """Those of months that ended by the day; a file whose front matter cannot be read is told by ``ledger verify``."""
    if chosen != Selection():
        raise LedgerError("月报不分方案、领域和单位，不能筛选")
    found = [(path, head) for path, head in _heads(ledger) if head.day <= day]
    data = [
        {
            "month": head.month,
            "number": head.number,
            "day": iso(head.day),
            "population": head.population,
            "corrections": [iso(c.date) for c in head.corrections],
            "draft": head.draft,
            "file": path,
        }
        for path, head in found
    ]
    columns = (
        Column("月份"), Column("期号"), Column("数据截至"), Column("计数事项", right=True),
        Column("更正", wrap=True), Column("状态"), Column("文件", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(
            head.month,
            f"{head.day.year}年第{head.number}期",
            head.day,
            head.population,
            "、".join(str(c.date) for c in head.corrections),
            "草稿" if head.draft else "",
            PurePosixPath(path).name,
        )
        for path, head in found
    )
    note = Paragraph(f"共 {len(data)} 期，更正过 {sum(bool(head.corrections) for _, head in found)} 期")
    return Report("督察月报", day, (Table(columns, rows), note), {"bulletins": data}, data, _KEYS)


def _heads(ledger: Ledger) -> list[tuple[str, Head]]:
    texts = ((path, BulletinText(b.front)) for path, b in ledger.bulletins.items() if b.front)
    heads = ((path, read_head(path, text)[0]) for path, text in texts)
    return sorted(((p, h) for p, h in heads if h is not None), key=lambda found: (found[1].day, found[0]))


LISTING = Listing("bulletins", "督察月报：期号、截止日、更正", _build)
