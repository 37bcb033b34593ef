"""A1 会议精神传达及时."""

from collections.abc import Iterator
from fractions import Fraction

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured
from ledger.model.duty import Duty
from ledger.model.registers.conveyances import CONVEY, REGISTER


def _measure(case: Case) -> Measured:
    return measured(Form.SHARE, _pieces(case), "本期没有到期的传达任务")


def _pieces(case: Case) -> Iterator[Piece]:
    """What the unit itself was asked to convey; who was excused was not asked."""
    for thing in case.book.things(REGISTER):
        for duty in thing.duties:
            if duty.what == CONVEY and case.is_me(duty.unit) and case.period.holds(duty.due):
                in_time = duty.met_on is not None and duty.met_on <= duty.due
                yield case.piece(Form.SHARE, duty.ref, duty.title, Fraction(1), fits=in_time, why=_why(duty))


def _why(duty: Duty) -> str:
    done = f"{duty.met_on}传达" if duty.met_on else "没有传达"
    return f"{duty.due}到期，{done}"


GAUGE = Gauge(
    code="A1",
    title="会议精神传达及时",
    formula="按期传达的会议、文件 / 本期传达到期的会议、文件",
    data="传达学习登记簿：要求本单位传达、期限落在本期的；期限从会议、文件的日期算起，天数在 policy.yaml（convey_within）；免于传达的不算",
    gain="会议、文件一到就传达，当天记一条 传达",
    lists="ledger list conveyances --unit {unit} --month {month}",
    measure=_measure,
)
