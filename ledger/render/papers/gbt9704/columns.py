"""How wide the columns of a table are, and how small its letters: a table of many columns has to stay readable."""

from dataclasses import dataclass

from ledger.base.text import unbroken, width
from ledger.render.papers.gbt9704 import page
from ledger.reports.paper import Grid

# cells that a text which may be broken should have, and that it must have, before the letters become smaller
_COMFORT, _LEAST = 12, 8


@dataclass(frozen=True, slots=True)
class Setting:
    """The letters of a table and its cells' margins: ``side`` in twips, ``style`` as it ends the names of both styles."""

    points: float
    side: int
    style: str = ""

    def room(self, twips: int) -> float:
        """Cells of text, two to a Chinese character, that a line takes in a column of this width."""
        return (twips - 2 * self.side) / (10 * self.points)

    def need(self, cells: float) -> int:
        """The width of a column whose lines take so many cells, and one more: a font that stands in may be wider."""
        return round(10 * self.points * (cells + 1)) + 2 * self.side


NORMAL = Setting(12, 70)
_SMALLER = (Setting(12, 40), Setting(10.5, 40, "（五号）"), Setting(9, 40, "（小五）"))
# tables of no more columns are set as ever: 12 pt, by shares
_FEW = 5


def fitted(grid: Grid) -> tuple[Setting, list[int]]:
    """The largest setting in which no column is cramped, else the smallest, and the columns' widths in twips."""
    shares = [column.share for column in grid.columns]
    if len(shares) <= _FEW:
        return NORMAL, _whole([page.WIDTH * share / sum(shares) for share in shares])
    comfort, least = ([_needed(grid, n, cells) for n in range(len(shares))] for cells in (_COMFORT, _LEAST))
    fits = (s for s in _SMALLER if sum(map(s.need, comfort)) <= page.WIDTH)
    setting = next(fits, _SMALLER[-1])
    needs = [setting.need(cells) for cells in least]
    if sum(needs) > page.WIDTH:
        return setting, _whole([page.WIDTH * need / sum(needs) for need in needs])
    return setting, _whole(_spread(shares, needs))


def _needed(grid: Grid, n: int, cells: int) -> float:
    """Its longest word, its title on two lines, and ``cells`` of its longest text."""
    texts = [row[n] for row in grid.rows]
    words = [width(word) for text in texts for word in unbroken(text)]
    return max([width(grid.columns[n].title) / 2, *words, min(cells, max(map(width, texts), default=0))])


def _spread(shares: list[int], least: list[int]) -> list[float]:
    """By shares, but none narrower than its least: what those take more, the others give."""
    fixed: set[int] = set()
    while True:
        rest = page.WIDTH - sum(least[n] for n in fixed)
        total = sum(share for n, share in enumerate(shares) if n not in fixed)
        widths = [least[n] if n in fixed else rest * share / total for n, share in enumerate(shares)]
        narrow = {n for n in range(len(shares)) if widths[n] < least[n]} - fixed
        if not narrow:
            return widths
        fixed |= narrow


def _whole(widths: list[float]) -> list[int]:
    """Twips that add up to the type area: what rounding leaves goes to the last column."""
    twips = [int(w) for w in widths]
    return [*twips[:-1], page.WIDTH - sum(twips[:-1])]
