"""What a checkpoint came to for a unit: every thing that it counted, and the fraction that they make."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

NONE, WHOLE = Fraction(0), Fraction(1)
"""Shares: what does not add to a sum, and what is one unit's alone."""


class Form(Enum):
    """How part and whole make a value from 0 to 1; each is spelt as its formula."""

    SHARE = "{part}/{whole}"
    LOSS = "1-{part}/{whole}"
    CAPPED = "min(1, {part}/{whole})"
    DEDUCTION = "max(0, 1-{part}/{whole})"

    def of(self, part: Fraction, whole: Fraction) -> Fraction:
        """Exact."""
        share = part / whole
        match self:
            case Form.SHARE:
                return share
            case Form.LOSS:
                return 1 - share
            case Form.CAPPED:
                return min(Fraction(1), share)
            case Form.DEDUCTION:
                return max(Fraction(0), 1 - share)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was counted: what it adds to the part and to the whole, and why in words.

    ``exempt`` is the finding (容错) by which it costs its unit nothing, though it would have.
    """

    ref: str
    title: str
    part: Fraction
    whole: Fraction
    why: str
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """The value of a point for a unit.

    ``whole`` where it is no sum of the pieces: a target, then ``words`` is how it was reckoned (``6*10/12``).
    ``lacking`` says why there is nothing to measure.
    """

    form: Form
    pieces: tuple[Piece, ...] = ()
    target: Fraction | None = None
    words: str = ""
    lacking: str = ""

    @property
    def part(self) -> Fraction:
        return sum((p.part for p in self.pieces), Fraction(0))

    @property
    def whole(self) -> Fraction:
        return self.target if self.target is not None else sum((p.whole for p in self.pieces), Fraction(0))

    @property
    def value(self) -> Fraction | None:
        """From 0 to 1; None without a whole: nothing was due, so nothing can be said."""
        return self.form.of(self.part, self.whole) if self.whole else None

    @property
    def costing(self) -> list[Piece]:
        """The pieces for which points were lost."""
        losing = {Form.LOSS, Form.DEDUCTION}
        if self.form in losing:
            return [p for p in self.pieces if p.part]
        return [p for p in self.pieces if p.part < p.whole]

    def formula(self, weight: str) -> str:
        """``12*9.5/10.5``: what gives the points, with the numbers put in; exact, for a calculator."""
        whole = f"({self.words})" if self.words else plain(self.whole)
        inner = self.form.value.format(part=plain(self.part), whole=whole)
        return f"{weight}*({inner})" if self.form is Form.LOSS else f"{weight}*{inner}"


def plain(number: Fraction) -> str:
    """``9.5``; what has no end as a decimal stays a fraction: ``(1/3)``."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"({number.numerator}/{number.denominator})"
    return f"{(Decimal(number.numerator) / Decimal(number.denominator)).normalize():f}"


def measured(form: Form, pieces: Iterable[Piece], lacking: str) -> Measured:
    """``lacking`` is what is said where there are no pieces."""
    return Measured(form, tuple(pieces), lacking=lacking)
