"""B5 督察问题按期整改."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured
from ledger.model.findings import limit_of, rectified_on
from ledger.model.registers.inspections import REGISTER


def _measure(case: Case) -> Measured:
    return measured(Form.SHARE, _pieces(case), "本期没有应整改的督察问题")


def _pieces(case: Case) -> Iterator[Piece]:
    """What had lapsed before the period and was still open on its first day counts once more, whenever it was rectified."""
    for finding in case.book.things(REGISTER, "findings"):
        course = finding.course
        if course.state in {"quashed", "contested"} or not case.is_mine(
            finding.record.unit, *finding.record.items
        ):
            continue
        limit, done = limit_of(course), rectified_on(course)
        dragged = limit < case.period.first and (done is None or done >= case.period.first)
        if dragged or case.period.holds(limit):
            in_time = done is not None and done <= limit
            yield case.piece(
                Form.SHARE, finding.ref, course.title, Fraction(1), fits=in_time, why=_why(limit, done)
            )


def _why(limit: date, done: date | None) -> str:
    return f"{limit}到期，{f'{done}整改' if done else '没有整改'}"


GAUGE = Gauge(
    code="B5",
    title="督察问题按期整改",
    formula="按期整改的问题 / 本期到期和到期前就已逾期、本期第一天还没有整改的问题",
    data="督察发现问题：本单位的，专项小组连同涉及本组方案、事项的；期限是经批准延期、退回、复核以后的；异议复核中、已撤销的不算",
    gain="到期以前整改并记 整改、附佐证；来不及的，到期以前申请延期",
    lists="ledger list findings --unit {unit} --month {month}",
    measure=_measure,
)
