"""One unit before one checkpoint: what it answers for, in which period, against which target."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ledger.measures.exempting import covering
from ledger.measures.scoring.book import ScoreBook, Share
from ledger.measures.scoring.measured import Form, Piece
from ledger.measures.scoring.periods import ScoredPeriod
from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Case:
    """``unit`` is called as on the day; ``target`` as the scheme has it, else the checkpoint's own."""

    book: ScoreBook
    unit: str
    target: Decimal | None = None

    @property
    def ledger(self) -> Ledger:
        return self.book.ledger

    @property
    def day(self) -> date:
        return self.book.day

    @property
    def period(self) -> ScoredPeriod:
        return self.book.period

    @property
    def items(self) -> list[Share]:
        """The items that the unit answers for, with its share in each."""
        return self.book.shares(self.unit)

    def is_me(self, *names: str | None) -> bool:
        """Whether one of those names is the unit, as it is called on the day."""
        return any(name and self.ledger.units.current(name, self.day) == self.unit for name in names)

    def has(self, *refs: str | None) -> bool:
        """Whether something that the references name is the unit's as lead or as group: items, their nodes, whole plans.

        A plan is its own lead's and group's, whoever has some of its items.
        """
        return any(self.unit in self.book.holders(ref.partition("#")[0]) for ref in refs if ref)

    def is_mine(self, responsible: str | None, *refs: str | None) -> bool:
        """Whether a thing of a register is the unit's: as the one responsible, or as the group that has what it is about."""
        if self.is_me(responsible):
            return True
        return self.book.is_group(self.unit) and self.has(*refs)

    def of_items(
        self,
        form: Form,
        counts: Callable[[Standing], bool],
        fits: Callable[[Standing], bool],
        why: Callable[[Standing], str],
    ) -> Iterator[Piece]:
        """Pieces of the items that ``counts``; ``fits`` says which of them are in the part: good for SHARE, bad for LOSS."""
        for item, share in self.items:
            if counts(item):
                yield self.piece(form, item.ref, item.title, share, fits=fits(item), why=why(item))

    def piece(
        self, form: Form, ref: str, title: str, share: Fraction, *, fits: bool, why: str, about: str = ""
    ) -> Piece:
        """One thing with its share; what would cost points and was exempted (容错) costs none.

        An exemption for what the thing is ``about``, of a row of a paper its subject, is one for the thing.
        """
        bad = fits if form in {Form.LOSS, Form.DEDUCTION} else not fits
        finding = self.exempt(ref, about) if bad else ""
        counted = not fits if finding else fits
        return Piece(ref, title, share if counted else Fraction(0), share, why, finding)

    def exempt(self, *refs: str) -> str:
        """The finding (容错) by which the unit loses nothing for any of those; empty where it would."""
        mine = self.book.exemptions.get(self.unit, ())
        found = (covering(mine, ref) for ref in refs if ref)
        return next((finding.ref for finding in found if finding), "")
