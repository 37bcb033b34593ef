"""The year's two rounds of assessment (S1 #34): which plans they are about, and the three kinds of status (S1 #33)."""

from collections.abc import Iterable
from datetime import date

from ledger.base.errors import LedgerError
from ledger.measures.plans import INSPECTION_MONTHS, plan_standing
from ledger.measures.standing import Standing
from ledger.model.items import STATE_WORDS, State
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan

MID_YEAR, YEAR_END = "年中督察", "年底自查"
ROUNDS = {"年中": MID_YEAR, "年底": YEAR_END}
"""What command lines call a round → the event of the plan's log, which is also the kind of the inspection."""
CONCLUSIONS: tuple[str, ...] = tuple(
    STATE_WORDS[state] for state in (State.COMPLETED, State.IN_PROGRESS, State.NOT_STARTED)
)


def round_named(word: str) -> str:
    """``年中`` or ``年中督察``; raises LedgerError for a word that is neither round."""
    if word in ROUNDS.values():
        return word
    if word not in ROUNDS:
        raise LedgerError(f"--round 不能写“{word}”；可写 {'、'.join(ROUNDS)}")
    return ROUNDS[word]


def in_scope(ledger: Ledger, day: date) -> list[Plan]:
    """督察范围 (S1 #35): in force for half a year and not closed."""
    known = (plan_standing(plan, day) for plan in ledger.plans)
    return [p.plan for p in known if p.closed is None and p.issued_for(INSPECTION_MONTHS)]


def was_assessed(plan: Plan, round_: str, year: int, day: date) -> bool:
    """Whether the plan's own log tells of that round of that year."""
    found = plan_standing(plan, day)
    last = found.inspected if round_ == MID_YEAR else found.self_checked
    return last is not None and last.year == year


def claimed_state(standing: Standing) -> str:
    """Which of the three kinds the ledger has it in, as its lead reports; another word for what is out of count."""
    if standing.is_claimed:
        return STATE_WORDS[State.COMPLETED]
    return STATE_WORDS[standing.history.state]


def to_assess(standings: Iterable[Standing]) -> list[Standing]:
    """All but what was ended or handed over to other items."""
    return [s for s in standings if s.status is not State.CANCELLED]
