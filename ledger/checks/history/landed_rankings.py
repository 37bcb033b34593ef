"""Rankings that had been published in the older version of a ledger, for the rules about history."""

from collections.abc import Sequence

from ledger.base.days import parse_month
from ledger.base.text import first_of
from ledger.checks.history.comparison import Comparison
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.things import SCORE, SCORE_SHEET
from ledger.measures.scoring.published import published
from ledger.model.ledger import Ledger
from ledger.model.registers.rankings import REGISTER, Ranking
from ledger.model.scoring import Scheme

_NAMED = 3


def behind_a_ranking(change: Change, comparison: Comparison) -> bool:
    """Whether it is a human score, or a sheet of them, of a period whose ranking was published."""
    if change.thing not in {SCORE, SCORE_SHEET}:
        return False
    return published(comparison.before, change.subject.partition("/")[0]) is not None


def ranked_under(ledger: Ledger, scheme: Scheme) -> list[Ranking]:
    """The published rankings of the periods in which that version was in force, by month."""
    found = (r for r in ledger.of(REGISTER) if ledger.scoring.on(parse_month(r.month)) is scheme)
    return sorted(found, key=lambda r: r.month)


def ranked_words(rankings: Sequence[Ranking]) -> str:
    """按它公布过 3 期排名（2017-08、2017-09、2017-10）."""
    return f"按它{counted(rankings)}" if rankings else "还没有按它公布过排名"


def counted(rankings: Sequence[Ranking]) -> str:
    """公布过 3 期排名（2017-08、2017-09、2017-10）."""
    return f"公布过 {len(rankings)} 期排名（{first_of((r.month for r in rankings), _NAMED)}）"
