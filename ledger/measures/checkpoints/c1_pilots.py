"""C1 试点进度."""

from collections.abc import Iterator

from ledger.measures.pilots import is_in_force
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import WHOLE, Form, Measured, Piece, measured
from ledger.model.duty import Duty
from ledger.model.registers.pilots import DECISION, REGISTER


def _measure(case: Case) -> Measured:
    return measured(Form.LOSS, _pieces(case), "没有在试的试点")


def _pieces(case: Case) -> Iterator[Piece]:
    """The decision what becomes of a pilot is the office's alone: its unit loses nothing by it."""
    for pilot in case.book.things(REGISTER):
        record = pilot.record
        if not is_in_force(pilot.course) or not case.is_mine(record.unit, *(record.items or (record.plan,))):
            continue
        late = [d for d in pilot.duties if d.what != DECISION and d.overdue_days(case.day)]
        why = "、".join(_why(d, case) for d in late) or "在试，没有逾期"
        yield case.piece(Form.LOSS, pilot.ref, record.title, WHOLE, fits=bool(late), why=why)


def _why(duty: Duty, case: Case) -> str:
    return f"{duty.what}逾期{duty.overdue_days(case.day)}天"


GAUGE = Gauge(
    code="C1",
    title="试点进度",
    formula="1 - 进度逾期的试点 / 在试的试点",
    data="试点登记簿：本期最后一天没有合并、终止、转为常态的；备案、中期评估、终期评估过了期限没有做的，算进度逾期；"
    "决定去留是改革办的事，不算。一个试点归承担单位，也归它所属事项（没有写事项的，方案）的专项小组",
    gain="批准后按期备案，到期以前提请中期、终期评估；确需延长的，期满以前报批延期",
    lists="ledger list pilots --unit {unit} --state 在试 --month {month}",
    measure=_measure,
)
