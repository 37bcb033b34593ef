"""The bulletins that a change brings, corrects or edits: a line each, whatever it did to the computed regions."""

from collections.abc import Iterator, Sequence
from typing import Any

from ledger.base.text import first_of
from ledger.files.bulletin_text import BulletinText
from ledger.loading.bulletins import read_head
from ledger.loading.markdown_table import first_table
from ledger.measures.comparing.bulletin_changes import BulletinChange, Fate
from ledger.measures.published import is_published
from ledger.model.bulletins import Bulletin, Head
from ledger.reports.blocks import Cell, Column, Table, Tone, cells
from ledger.reports.change_words import brief

_WORDS = {
    Fate.REMOVED: "删去月报",
    Fate.EDITED: "改动计算的部分",
    Fate.REWORDED: "改动人写的话",
    Fate.CORRECTED: "加写更正",
    Fate.RENEWED: "草稿重新生成",
    Fate.ADDED: "新增月报",
}
_NAMED = 4
_FIGURE = ("section", "label", "before", "after")


def bulletin_table(changes: Sequence[BulletinChange]) -> Table:
    columns = (Column("月报"), Column("变化"), Column("内容", wrap=True), Column("位置", wrap=True))
    return Table(columns, tuple(_row(change) for change in changes))


def _row(change: BulletinChange) -> tuple[Cell, ...]:
    published = change.before is not None and is_published(change.before)
    bad = published and change.fate in {Fate.REMOVED, Fate.EDITED, Fate.REWORDED}
    word = Cell(_WORDS[change.fate], Tone.BAD if bad else Tone.PLAIN)
    return cells(change.month, word, brief("；".join(_told(change))), brief(change.path))


def _told(change: BulletinChange) -> Iterator[str]:
    """Which issue it is, what it is not yet, what its corrections restate."""
    bulletin = change.after or change.before
    head = _head(change.path, bulletin) if bulletin else None
    if head is not None:
        yield f"{head.day.year}年第{head.number}期"
    elif bulletin is not None and not bulletin.regions:
        yield "手写"
    if bulletin is not None and not is_published(bulletin):
        yield "草稿"
    for number, text in change.corrections.items():
        figures = [f"{f['label']}由{f['before']}变为{f['after']}" for f in _figures(text)]
        yield f"更正之{number}：{first_of(dict.fromkeys(figures), _NAMED, f' 等{len(figures)}个数')}"


def bulletin_data(change: BulletinChange) -> dict[str, Any]:
    bulletin = change.after or change.before
    head = _head(change.path, bulletin) if bulletin else None
    return {
        "month": change.month,
        "path": change.path,
        "kind": change.fate.value,
        "number": head.number if head else None,
        "draft": bulletin is not None and not is_published(bulletin),
        "corrections": [
            {"number": number, "figures": _figures(text)} for number, text in change.corrections.items()
        ],
    }


def _figures(text: str) -> list[dict[str, str]]:
    """What a correction restates, as it says itself: ``verify`` computes it again."""
    return [dict(zip(_FIGURE, row, strict=True)) for row in first_table(text) if len(row) == len(_FIGURE)]


def _head(path: str, bulletin: Bulletin) -> Head | None:
    return read_head(path, BulletinText(bulletin.front))[0] if bulletin.front else None
