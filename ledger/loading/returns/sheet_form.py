"""A sheet that goes out to be filled in, and a row of it that came back."""

import unicodedata
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic, Place


@dataclass(frozen=True, slots=True)
class SheetForm:
    """``locked`` columns, the reference and the title first, and ``open`` ones, of which ``chosen`` drop down a list.

    ``word`` is what people call it.
    """

    word: str
    locked: tuple[str, ...]
    open: tuple[str, ...]
    chosen: frozenset[str]


@dataclass(frozen=True, slots=True)
class RowBack:
    """``shown`` are the locked cells as they went out, ``texts`` what stands in the open ones, ``places`` the cells by heads.

    What was chosen is without blanks and stops; where somebody wrote that there is nothing, there is nothing.
    """

    shown: tuple[str, ...]
    places: dict[str, Place]
    texts: dict[str, str]

    @property
    def ref(self) -> str:
        return self.shown[0]

    @property
    def blank(self) -> bool:
        return not any(self.texts.values())

    @property
    def said(self) -> tuple[str, ...]:
        """For comparing."""
        return tuple(map(plain, self.texts.values()))


@dataclass(slots=True)
class SheetBack:
    """``lost`` are the references of rows that somebody deleted; ``faults`` also say why other rows are not among them."""

    rows: list[RowBack] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def plain(text: str) -> str:
    """The text for comparing: no blanks, full-width forms of Latin letters and digits made narrow."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def words_of(text: str) -> str:
    """The text for comparing, without the stops that end it."""
    return plain(text).rstrip("。.，,；;！!、")
