"""D4 销号质量."""

from collections.abc import Iterator

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured

_PASSED, _RETURNED = "核验通过", "核验退回"


def _measure(case: Case) -> Measured:
    return measured(Form.LOSS, _pieces(case), "本期没有核验的事项")


def _pieces(case: Case) -> Iterator[Piece]:
    """Verdict by verdict: an item that was returned and then passed had two."""
    for item, share in case.items:
        for step in item.history.steps:
            entry = step.entry
            if step.counted and entry.event in {_PASSED, _RETURNED} and case.period.holds(entry.date):
                returned, why = entry.event == _RETURNED, f"{entry.date}{entry.event}"
                yield case.piece(Form.LOSS, item.ref, item.title, share, fits=returned, why=why)


GAUGE = Gauge(
    code="D4",
    title="销号质量",
    formula="1 - 核验退回的次数 / 核验的次数",
    data="方案里的事项：日期在本期的核验通过和核验退回，一次算一次；配合的事项按份额算",
    gain="报完成以前先自查，佐证齐全再报",
    lists="ledger items --unit {unit} --status 本月核验退回 --month {month}",
    measure=_measure,
)
