"""What each figure counts on a day: those of the day itself and those of its month, under one name each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.measures.lens_marks import LENS_MARKS
from ledger.measures.monthly import MONTHLY
from ledger.measures.progress import LABELS, MARKS
from ledger.measures.standing import Standing, standing_of
from ledger.measures.turn import Turn
from ledger.model.ledger import Ledger

WORDS = LABELS | {figure: word for figure, (word, _) in [*MONTHLY.items(), *LENS_MARKS.items()]}
"""Identifier of a figure → what it is called."""

_ALSO = {
    "终止": "cancelled",
    "并入": "cancelled",
    "拆分": "cancelled",
    "已启动": "in_progress",
    "核验": "accepted",
}


@dataclass(frozen=True)
class Counting:
    """The figures of one day. The end of last month is judged only for figures that ask for it, once an item.

    ``earlier`` gives all items as they were judged there, where somebody has done that already.
    """

    ledger: Ledger
    day: date
    earlier: Callable[[], Iterable[Standing]] = field(default=tuple, repr=False, compare=False)

    @cached_property
    def due_soon(self) -> int:
        """Days that count as soon, under the policy of the day."""
        return self.ledger.policies.on(self.day).due_soon

    @cached_property
    def _then(self) -> dict[str, Standing]:
        return {standing.ref: standing for standing in self.earlier()}

    @property
    def last_month(self) -> date:
        """Its last day."""
        return self.day.replace(day=1) - timedelta(days=1)

    def fits(self, figure: str, standing: Standing) -> bool:
        """Whether ``figure`` counts the item, which was judged on the day."""
        if figure in MARKS:
            return MARKS[figure](standing, self.due_soon)
        if figure in LENS_MARKS:
            return LENS_MARKS[figure][1](standing)
        return MONTHLY[figure][1](Turn(standing, self.then(standing)))

    def then(self, standing: Standing) -> Standing:
        """The same item at the end of last month."""
        if standing.ref not in self._then:
            self._then[standing.ref] = standing_of(standing.plan, standing.item, self.ledger, self.last_month)
        return self._then[standing.ref]


def figure_named(word: str) -> str:
    """``overdue`` or 逾期 → ``overdue``; raises LedgerError for a word that is neither."""
    figure = ({word: figure for figure, word in WORDS.items()} | _ALSO).get(word, word)
    if figure not in WORDS:
        listed = "、".join(f"{k}（{v}）" for k, v in WORDS.items())
        hint = did_you_mean(word, [*WORDS, *WORDS.values()]) or f"可写：{listed}"
        raise LedgerError(f"--status 没有{quoted(word)}；{hint}")
    return figure
