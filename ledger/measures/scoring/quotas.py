"""What a unit has to come to within a year, as far as the year has gone."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from ledger.measures.scoring.measured import Form, Measured, Piece, plain


def quota(pieces: tuple[Piece, ...], yearly: Decimal | None, day: date) -> Measured:
    """The pieces against ``yearly`` by twelfths, the month of the day included, and never more than all of it: ``min(1, 7/(6*10/12))``."""
    if not yearly:
        return Measured(Form.CAPPED, lacking="没有定任务数")
    return Measured(Form.CAPPED, pieces, Fraction(yearly) * day.month / 12, _words(yearly, day))


def _words(yearly: Decimal, day: date) -> str:
    return f"{plain(Fraction(yearly))}*{day.month}/12"
