"""B3 逾期存量."""

from ledger.measures.progress import IN_COUNT
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, measured
from ledger.measures.standing import Standing


def _measure(case: Case) -> Measured:
    """Of everything in count: among what is open alone, whoever finishes the rest would be left with what is late."""
    pieces = case.of_items(Form.LOSS, lambda item: item.status in IN_COUNT, lambda item: item.overdue, _why)
    return measured(Form.LOSS, pieces, "没有计数的事项")


def _why(item: Standing) -> str:
    if item.overdue:
        return f"逾期{item.overdue_days}天"
    return f"{item.history.claimed}完成" if item.is_claimed else "在办，没有逾期"


GAUGE = Gauge(
    code="B3",
    title="逾期存量",
    formula="1 - 逾期的事项 / 计数的事项",
    data="方案里计数的事项（暂缓、终止、并出的不算）：到本期最后一天过了有效时限、没有报完成的是逾期，节点逾期的也是；"
    "办完的留在分母里，多办完一件不会失分；配合的事项按份额算",
    gain="逾期的事项尽快完成；确有困难的申请延期，批准以后不再算逾期",
    lists="ledger items --unit {unit} --status 逾期 --month {month}",
    measure=_measure,
)
