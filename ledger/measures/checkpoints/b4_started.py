"""B4 应启动未启动."""

from ledger.measures.progress import IN_COUNT
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, measured
from ledger.measures.standing import Standing
from ledger.model.items import State


def _measure(case: Case) -> Measured:
    def should_have_begun(item: Standing) -> bool:
        start = item.item.start.last if item.item.start else None
        return item.status in IN_COUNT and start is not None and start < case.day

    pieces = case.of_items(Form.LOSS, should_have_begun, lambda item: item.status is State.NOT_STARTED, _why)
    return measured(Form.LOSS, pieces, "没有过了计划启动时间的事项")


def _why(item: Standing) -> str:
    begun = "没有启动" if item.status is State.NOT_STARTED else "已经启动"
    return f"计划{item.item.start}启动，{begun}"


GAUGE = Gauge(
    code="B4",
    title="应启动未启动",
    formula="1 - 没有启动的事项 / 计划启动时间已过的事项",
    data="方案里计数、写明计划启动时间（start）的事项；没有任何启动、进展、完成的是没有启动；配合的事项按份额算",
    gain="启动了就记 启动；启动不了的，办暂缓",
    lists="ledger items --unit {unit} --status 应启动未启动 --month {month}",
    measure=_measure,
)
