"""B1 当月到期按时完成率."""

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, measured
from ledger.measures.standing import Standing
from ledger.model.items import State


def _measure(case: Case) -> Measured:
    def is_due(item: Standing) -> bool:
        return case.period.holds(item.effective_due) and item.history.state not in {
            State.SUSPENDED,
            State.CANCELLED,
        }

    pieces = case.of_items(Form.SHARE, is_due, _is_on_time, _why)
    return measured(Form.SHARE, pieces, "本期没有到期的事项")


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
    data="方案里的事项：有效时限落在本期（经批准延期的按延期后的），暂缓、终止、并出的不算；报完成就算，不等核验；配合的事项按份额算",
    gain="到期以前完成并记完成；做不到的，到期以前申请延期",
    lists="ledger items --unit {unit} --status 本月到期 --month {month}",
    measure=_measure,
)
