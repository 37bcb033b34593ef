"""The ranking of the period that a command asks for, or one sentence why there is none."""

from ledger.base.errors import LedgerError
from ledger.commands.session import Session
from ledger.measures.scoring.month_ranking import MonthRanking, ranking_on, scheme_on


def ranking_of(session: Session) -> MonthRanking:
    """Raises LedgerError where nothing is scored on the session's day: no scheme, none yet, a month within a quarter."""
    ledger, day = session.ledger, session.day.date
    ranking = ranking_on(ledger, day)
    if ranking is not None:
        return ranking
    schemes = [s for s in ledger.scoring.schemes if s.aspects]
    if not schemes:
        raise LedgerError(
            "这个台账没有评分方案；在 scoring.yaml 写明各方面的督察重点和权重，有哪些见 ledger list checkpoints"
        )
    if scheme_on(ledger, day) is None:
        first = min(s.from_ for s in schemes if s.from_)
        raise LedgerError(f"{day} 还没有评分方案，第一版从 {first} 起执行")
    last = day.month + -day.month % 3
    raise LedgerError(f"评分方案按季排名，{day:%Y-%m} 不是季末；可写 --month {day.year}-{last:02d}")
