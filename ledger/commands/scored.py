"""The ranking of the period that a command asks for, or one sentence why there is none."""

from datetime import date

from ledger.base.errors import LedgerError
from ledger.commands.session import Session
from ledger.measures.scoring.month_ranking import MonthRanking, ranking_on, scheme_on
from ledger.model.ledger import Ledger


def ranking_of(session: Session) -> MonthRanking:
    """Raises LedgerError where nothing is scored on the session's day: no scheme, none yet, a month within a quarter."""
    ledger, day = session.ledger, session.day.date
    ranking = ranking_on(ledger, day)
    if ranking is not None:
        return ranking
    if scheme_on(ledger, day) is None:
        raise without_scheme(ledger, day)
    last = day.month + -day.month % 3
    raise LedgerError(f"评分方案按季排名，{day:%Y-%m} 不是季末；可写 --month {day.year}-{last:02d}")


def without_scheme(ledger: Ledger, day: date) -> LedgerError:
    """Why nothing is scored on that day: no version that scores anything, none yet, or one that ended it."""
    starts = [s.from_ or date.min for s in ledger.scoring.schemes if s.aspects]
    if not starts:
        return LedgerError(
            "这个台账没有评分方案；在 scoring.yaml 写明各方面的督察重点和权重，程序会算哪些见 ledger rule"
        )
    if min(starts) > day:
        return LedgerError(f"{day} 还没有评分方案，scoring.yaml 的第一版从 {min(starts)} 起执行")
    return LedgerError(
        f"{day} 执行的一版评分方案没有写督察重点，不评分；要评的，在 scoring.yaml 那一版里写明"
    )
