"""B1 当月到期按时完成率."""

from collections.abc import Iterator
from datetime import date

from ledger.measures.scoring.book import Share
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, measured
from ledger.measures.standing import Standing
from ledger.model.items import State

_OUT = frozenset({State.SUSPENDED, State.CANCELLED})


def _measure(case: Case) -> Measured:
    pieces = (
        case.piece(Form.SHARE, item.ref, item.title, share, fits=_is_on_time(item), why=_why(item))
        for item, share in _answered(case)
        if case.period.holds(item.effective_due) and item.history.state not in _OUT
    )
    return measured(Form.SHARE, pieces, "本期没有到期的事项")


def _answered(case: Case) -> Iterator[Share]:
    """What had lapsed before it was handed over is of whoever had it on its last day."""
    yield from (share for share in case.items if _lapsed_with(share[0]) is None)
    for item in case.book.items:
        if case.period.holds(item.effective_due) and (last := _lapsed_with(item)):
            then = case.book.shares_on(case.unit, last)
            yield from ((item, share) for was, share in then if was.ref == item.ref)


def _lapsed_with(item: Standing) -> date | None:
    """Its last day, where it was handed over (移交) after that."""
    last = item.effective_due
    handed = (s.entry.date for s in item.history.steps if s.counted and s.entry.event == "移交")
    return last if last is not None and any(day > last for day in handed) else None


def _is_on_time(item: Standing) -> bool:
    """By its claim: that nobody has verified it yet, where that is required, is no fault of its unit."""
    return item.is_claimed and not item.claimed_late


def _why(item: Standing) -> str:
    done = f"{item.history.claimed}完成" if item.history.claimed else "没有完成"
    return f"{item.effective_due}到期，{done}"


GAUGE = Gauge(
    code="B1",
    title="当月到期按时完成率",
    formula="按时完成的事项 / 本期到期的事项",
    data="方案里的事项：有效时限落在本期（经批准延期的按延期后的），暂缓、终止、并出的不算；报完成就算，不等核验；到期以后才移交的，算原牵头单位的；配合的事项按份额算",
    gain="到期以前完成并记完成；做不到的，到期以前申请延期",
    lists="ledger items --unit {unit} --status 本月到期 --month {month}",
    measure=_measure,
)
