"""How a bar is drawn with characters: one way for shares of a whole and for charts, on a terminal and in a pipe.

``#`` and ``.`` only: terminals and fonts do not agree on the width of block characters.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ledger.reports.blocks import Bars, Tone
from ledger.reports.chart import Chart

LONGEST = 30


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of a picture; without a ``share`` (0 to 1) it has no bar: nothing was measured there."""

    label: str
    share: Fraction | None
    text: str
    tone: Tone = Tone.PLAIN

    def bar(self, room: int) -> tuple[str, str]:
        """What is full and what is empty of ``room`` cells."""
        if self.share is None:
            return "", ""
        filled = round(room * self.share)
        return "#" * filled, "." * (room - filled)


def drawn(block: Bars | Chart) -> list[Drawn]:
    if isinstance(block, Bars):
        return [Drawn(b.label, _share(b.value, b.whole), b.text, b.tone) for b in block.rows]
    return [Drawn(p.label, _share(p.value, block.scale), p.text) for p in block.points]


def _share(value: Decimal | int | None, whole: Decimal | int) -> Fraction | None:
    """Of nothing, everything is nothing."""
    if value is None:
        return None
    return Fraction(value) / Fraction(whole) if whole else Fraction(0)
