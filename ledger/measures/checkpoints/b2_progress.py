"""B2 累计完成对序时进度."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from ledger.measures.progress import IN_COUNT
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured
from ledger.measures.standing import Standing


def _measure(case: Case) -> Measured:
    return measured(Form.CAPPED, _pieces(case), "还没有到期的事项")


def _pieces(case: Case) -> Iterator[Piece]:
    """What was completed ahead of its limit makes up for what is late."""
    for item, share in case.items:
        is_due = item.effective_due is not None and item.effective_due <= case.day
        if item.status not in IN_COUNT or not (is_due or item.is_claimed):
            continue
        piece = case.piece(Form.CAPPED, item.ref, item.title, share, fits=item.is_claimed, why=_why(item))
        yield piece if is_due else replace(piece, whole=Fraction(0))


def _why(item: Standing) -> str:
    due = f"{item.effective_due}到期" if item.effective_due else f"时限{item.due or '待定'}"
    return f"{due}，{f'{item.history.claimed}完成' if item.history.claimed else '没有完成'}"


GAUGE = Gauge(
    code="B2",
    title="累计完成对序时进度",
    formula="已完成的事项 / 到本期最后一天应完成的事项，最高1",
    data="方案里计数的事项：有效时限已到的是应完成，报了完成、没有退回的是已完成，提前完成的也算；配合的事项按份额算",
    gain="逾期的补上，能提前的提前完成",
    lists="ledger items --unit {unit} --status 计数事项 --month {month}",
    measure=_measure,
)
