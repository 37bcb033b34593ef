"""An official paper as its reader meets it, from the agency's name at the top to the copies at the bottom.

It knows neither format nor ledger: the words are final, and a renderer only decides where they stand.
"""

from dataclasses import dataclass
from datetime import date

from ledger.reports.chart import Chart


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of the body, or of level 1 to 3, whose mark (一、（一）1.) is part of the text."""

    text: str
    level: int = 0

    @property
    def is_heading(self) -> bool:
        """A line of its own, not a sentence: it stays with what it heads."""
        return self.level > 0 and not set("。；") & set(self.text)

    @property
    def halves(self) -> tuple[str, str]:
        """“（一）报送原因。”, set as a heading, and the body that follows in the same paragraph."""
        if self.level == 0:
            return "", self.text
        heading, stop, body = self.text.partition("。")
        return heading + stop, body


@dataclass(frozen=True, slots=True)
class Column:
    """``share`` of the page's width, relative to the other columns."""

    title: str
    share: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of matters; ``to_fill`` leaves room for handwriting in every row, for reply forms."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    to_fill: bool = False


Part = Text | Grid | Chart


@dataclass(frozen=True, slots=True)
class Sheet:
    """What follows the paper on a page of its own, such as the 回执."""

    title: str
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """``agency`` is the 发文机关标志, ``signed_by`` the unit above the date, ``cc`` the 抄送 units.

    ``number`` is written out, 云改办交〔2017〕12号 or 2017年第4期. ``remark`` stands above everything else (已作废).

    A ``periodical`` (简报, 月报) has its name for ``agency``; unit and date stand in its head, under the number, and
    nothing is signed. It needs neither title nor addressees; ``cc`` are those it is given to (分送).
    ``compact``: it has to fit on one page, and gives up some of the standard's spacing for that.
    """

    agency: str
    number: str
    title: str
    addressees: tuple[str, ...]
    body: tuple[Part, ...]
    signed_by: str
    day: date
    cc: tuple[str, ...] = ()
    contact: str | None = None
    remark: str | None = None
    sheets: tuple[Sheet, ...] = ()
    periodical: bool = False
    compact: bool = False
    reported_to: tuple[str, ...] = ()

    @property
    def salutation(self) -> str | None:
        """The 主送 line with its full-width colon."""
        return f"{'、'.join(self.addressees)}：" if self.addressees else None

    @property
    def copies(self) -> tuple[str, ...]:
        """The lines of 报送 and 抄送; the last unit is followed by a full stop (GB/T 9704-2012, 7.4.2)."""
        lines = (("报送", self.reported_to), ("分送" if self.periodical else "抄送", self.cc))
        return tuple(f"{word}：{'、'.join(units)}。" for word, units in lines if units)

    @property
    def note(self) -> str | None:
        """The 附注, in brackets (7.3.6)."""
        return f"（联系人：{self.contact}）" if self.contact else None
