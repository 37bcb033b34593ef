"""``ledger list upstream``: documents from above and how far they are taken up."""

from datetime import date
from typing import Any

from ledger.measures.facts import first
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.model.upstream import UpstreamDocument
from ledger.reports.blocks import Cell, Column, Paragraph, Report, Table, cells
from ledger.reports.listing import Listing

_STEPS = {
    "adopted": "通过",
    "received": "收文",
    "notified": "对接提示",
    "fed_back": "反馈安排",
    "companion": "配套印发",
}

_KEYS = ("id", "title", "group", *_STEPS, "exempt")


def _build(ledger: Ledger, day: date, _: Selection) -> Report:
    data = [_data(d, day) for d in ledger.upstream]
    columns = (
        Column("编号"), Column("名称", wrap=True), Column("专项小组", wrap=True),
        *(Column(word) for word in _STEPS.values()),
    )  # fmt: skip
    return Report(
        "上级文件对接",
        day,
        (Table(columns, tuple(_row(r) for r in data)), Paragraph(f"共 {len(data)} 件")),
        {"upstream": data},
        data,
        _KEYS,
    )


def _data(document: UpstreamDocument, day: date) -> dict[str, Any]:
    dates = {
        name: found.date.isoformat() if (found := first(document.log, word, day)) else None
        for name, word in _STEPS.items()
    }
    exempt = first(document.log, "免于配套", day) is not None
    return {"id": document.id, "title": document.title, "group": document.group, **dates, "exempt": exempt}


def _row(data: dict[str, Any]) -> tuple[Cell, ...]:
    dates = [data[name] for name in _STEPS]
    if data["exempt"]:
        dates[-1] = "免于配套"
    return cells(data["id"], data["title"], data["group"], *dates)


LISTING = Listing("upstream", "上级文件：通过、收文、对接提示、反馈、配套", _build)
