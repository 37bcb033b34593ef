"""A month's bulletin, computed: its passages and every number in them. It knows no file and no format."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ledger.base.days import in_chinese
from ledger.base.garbage import no_garbage_collection
from ledger.base.text import ordinal
from ledger.reports.blocks import Block, Heading, Paragraph
from ledger.reports.bulletin.figures import Counter, Number
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.section import Section, sections

TITLE = "改革督察月报"
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Passage:
    """What is computed in one piece: a section, or the head."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """第``number``期 of the year, as of the month's last day."""

    month: Month
    number: int
    layout: int
    draft: bool
    passages: tuple[Passage, ...]

    @property
    def numbers(self) -> list[Number]:
        return [number for passage in self.passages for number in passage.numbers]

    @property
    def issue(self) -> str:
        """2017年第10期."""
        return issue_words(self.month, self.number)


def issue_words(month: Month, number: int) -> str:
    return f"{month.day.year}年第{number}期"


@no_garbage_collection()
def edition(
    month: Month,
    number: int,
    layout: int = LAYOUT,
    *,
    draft: bool = False,
    each: Callable[[Iterable[Section]], Iterable[Section]] = iter,
) -> Edition:
    """Every section that has something to say, numbered 一、二、.

    ``draft``: not all that it was made from is committed, or the month is not over. ``each`` hands on the sections
    one by one, for who counts them.
    """
    passages = [_head(month, number, draft=draft)]
    numbered = 0
    for section in each(sections(layout)):
        counter = Counter(month, section.key, layout=layout)
        blocks = section.build(counter)
        if blocks:
            numbered += section.numbered
            title = f"{ordinal(numbered)}、{section.title}" if section.numbered else section.title
            numbers = tuple(counter.numbers.values())
            passages.append(Passage(section.key, title, (Heading(title, 2), *blocks), numbers))
    return Edition(month, number, layout, draft, tuple(passages))


def _head(month: Month, number: int, *, draft: bool) -> Passage:
    settings = month.ledger.settings
    title = f"{TITLE} {issue_words(month, number)}{'（草稿）' if draft else ''}"
    line = "　".join(filter(None, (settings.office, in_chinese(month.day))))
    return Passage(HEAD, TITLE, (Heading(title, 1), Paragraph(line)))
