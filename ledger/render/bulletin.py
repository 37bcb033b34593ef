"""A bulletin's regions as Markdown: the passages, and under each what every number counts and how to list it."""

from collections.abc import Iterable

from ledger.files.bulletin_text import Region
from ledger.render.reports.markdown import blocks_text
from ledger.reports.blocks import Block, Cell, Fold, Task, Tasks
from ledger.reports.bulletin.edition import Passage
from ledger.reports.bulletin.figures import Figure, Rate, Reading

_PADDED = 1
"""The last layout whose tables have straight columns: their widths are tabulate's, not ours to promise."""


def regions(passages: Iterable[Passage], layout: int) -> list[Region]:
    return [Region(passage.key, _text(passage, padded=layout <= _PADDED)) for passage in passages]


def _text(passage: Passage, *, padded: bool) -> str:
    figures = [number for number in passage.numbers if not isinstance(number, Rate)]
    blocks: tuple[Block, ...] = passage.blocks
    return blocks_text((*blocks, _sources(figures)) if figures else blocks, padded=padded)


def _sources(figures: list[Figure | Reading]) -> Fold:
    """Number by number the command that lists exactly as many rows, or prints it."""
    tasks = tuple(Task(Cell(str(f)), (f.label,), f.query) for f in figures)
    return Fold(
        f"数字出处：{len(figures)}个数各数了哪些",
        (Tasks(("数", "是什么", "列出来的命令"), tasks, code=True),),
    )
