"""E3 月度调度按时更新."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ledger.base.days import add_months, month_end
from ledger.base.periods import MONTH, periods
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured
from ledger.measures.turn import Turn
from ledger.model.entries import Entry
from ledger.model.events import CORRECT


def _measure(case: Case) -> Measured:
    pieces = [piece for limit in _limits(case) for piece in _of_month(case, limit)]
    return measured(Form.SHARE, pieces, "到调度日为止没有应调度的事项")


def _limits(case: Case) -> Iterator[date]:
    """The day by which each month of the period is reported; a month that has not come to it asks nothing yet."""
    assert case.target is not None  # noqa: S101 - the gauge has a default
    for month in periods(case.period.first, case.day, MONTH):
        limit = month.first.replace(day=max(1, min(int(case.target), month.last.day)))
        if limit <= case.day:
            yield limit


def _of_month(case: Case, limit: date) -> Iterator[Piece]:
    then, now = case.book.items_on(month_end(add_months(limit, -1))), case.book.items_on(limit)
    for item, share in case.book.shares_on(case.unit, limit):
        turn = Turn(now[item.ref], then[item.ref])
        if turn.to_report and not _only_waits(turn):
            told = _told(turn)
            why = f"{told}调度" if told else f"{limit}以前没有调度"
            yield case.piece(Form.SHARE, item.ref, item.title, share, fits=told is not None, why=why)


def _only_waits(turn: Turn) -> bool:
    """Claimed before the month: what acceptance it still needs is the office's duty."""
    return turn.then.is_claimed and turn.now.is_claimed and not turn.came_back


def _told(turn: Turn) -> date | None:
    """When it was first reported on in the month: what was written down later than its day is late news."""
    found = [_known(s.entry) for s in turn.now.history.steps if s.counted and s.entry.event != CORRECT]
    return min((day for day in found if turn.within(day)), default=None)


def _known(entry: Entry) -> date:
    return entry.recorded or entry.date


GAUGE = Gauge(
    code="E3",
    title="月度调度按时更新",
    formula="调度日以前有记录的事项 / 应调度的事项",
    data="方案里计数的事项：上月底还没有报完成的、当月退回反弹的（应调度，当月才报完成的也在内），当月1日至调度日有没有一条记录；补记的按记下的那一天算，更正不算；调度日以后才移交的，算原牵头单位的。"
    "按季排名的，一个月一次；配合的事项按份额算",
    gain="每月调度日以前，每个没有完成的事项至少报一条进展",
    lists="ledger items --unit {unit} --status 应调度 --day {month}-{target}",
    target=Decimal(25),
    target_means="调度日：每月几日以前要更新",
    measure=_measure,
)
