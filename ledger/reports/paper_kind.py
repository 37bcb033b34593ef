"""Official papers besides 三单一书, made of what the ledger says on a day: one file a kind in ``paper_kinds/``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ledger.base.errors import LedgerError
from ledger.base.registry import Shelf
from ledger.base.text import did_you_mean, quoted
from ledger.model.ledger import Ledger
from ledger.reports.paper import Paper
from ledger.reports.slip_paper import contact_of

DRAFT = "代拟稿"


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What a paper is asked of: ``refs`` as its kind understands them; ``number`` is empty while it has none.

    ``day`` is what it is judged on and dated.
    """

    ledger: Ledger
    day: date
    refs: tuple[str, ...]
    number: str = ""

    def numbered(self, mark: str) -> str:
        """Its number, or room for one: 云改办通〔2017〕　号."""
        return self.number or f"{self.ledger.settings.prefix}{mark}〔{self.day.year}〕　号"

    @property
    def remark(self) -> str | None:
        """Without a number nobody has signed it."""
        return None if self.number else DRAFT

    @property
    def contact(self) -> str | None:
        return contact_of(self.ledger, self.day)


@dataclass(frozen=True, slots=True)
class PaperKind:
    """``word`` is what people call it, ``of`` what its references name. ``build`` raises LedgerError for what has no such paper."""

    word: str
    of: str
    build: Callable[[PaperRequest], Paper]


@cache
def paper_kinds() -> Mapping[str, PaperKind]:
    return Shelf("ledger.reports.paper_kinds", "KIND", PaperKind)


def paper_kind(word: str) -> PaperKind:
    """By its Chinese word or its module's name; raises LedgerError for any other."""
    by_word = {kind.word: kind for kind in paper_kinds().values()}
    found = by_word.get(word) or paper_kinds().get(word)
    if found is None:
        known = "、".join(by_word)
        raise LedgerError(
            f"--kind 没有{quoted(word)}；{did_you_mean(word, [*by_word, *paper_kinds()])}可写：{known}"
        )
    return found
