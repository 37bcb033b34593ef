"""B3 逾期存量."""

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, measured
from ledger.measures.standing import Standing


def _measure(case: Case) -> Measured:
    pieces = case.of_items(Form.LOSS, lambda item: item.is_open, lambda item: item.overdue, _why)
    return measured(Form.LOSS, pieces, "没有在办的事项")


def _why(item: Standing) -> str:
    return f"逾期{item.overdue_days}天" if item.overdue else "在办，没有逾期"


GAUGE = Gauge(
    code="B3",
    title="逾期存量",
    formula="1 - 逾期的事项 / 在办的事项",
    data="方案里的事项：本期最后一天没有报完成、没有暂缓终止的；节点逾期的也是逾期；配合的事项按份额算",
    gain="逾期的事项尽快完成；确有困难的申请延期，批准以后不再算逾期",
    lists="ledger items --unit {unit} --status 逾期 --month {month}",
    measure=_measure,
)
