"""What a published ranking asks of the office: to consult who was last, in the month after (domain.md §5.5)."""

from collections.abc import Iterator
from datetime import date, timedelta

from ledger.base.days import add_months, month_end, parse_month
from ledger.measures.scoring.called import called
from ledger.measures.scoring.published import published_by
from ledger.measures.standing import Standing
from ledger.model.duty import CONSULT, Duty
from ledger.model.ledger import Ledger
from ledger.model.registers.consultations import REGISTER as CONSULTATIONS
from ledger.model.registers.rankings import Ranking


def consulting_duties(ledger: Ledger, day: date, _: list[Standing]) -> Iterator[Duty]:
    """Of the rankings whose month to consult in is that of the day, the one before or still to come: earlier misses are history."""
    office = ledger.office(day)
    for ranking in published_by(ledger, day) if office else ():
        if consult_by(ranking) >= add_months(day.replace(day=1), -1):
            for pool in called(ledger, ranking, day):
                yield from (_duty(ledger, ranking, unit, office, day) for unit in pool.consulted)


def consult_by(ranking: Ranking) -> date:
    """The last day of the month after the period."""
    return month_end(parse_month(ranking.month) + timedelta(days=1))


def _duty(ledger: Ledger, ranking: Ranking, unit: str, office: str, day: date) -> Duty:
    """Met by the first visit to the unit after the period."""
    visits = [
        visit.date
        for visit in ledger.of(CONSULTATIONS)
        if parse_month(ranking.month) < visit.date <= day and ledger.units.current(visit.unit, day) == unit
    ]
    title = f"{ranking.month}排名最后的{unit}"
    settle = f"ledger new consultation 编号 --set 名称=名称 --set 会诊单位={unit} --set 日期=日期 --set 为什么会诊={ranking.month}排名最后"
    return Duty(ranking.id, CONSULT, office, consult_by(ranking), min(visits, default=None), title, settle)
