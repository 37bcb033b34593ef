"""D5 回头看无反弹."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import WHOLE, Form, Measured, Piece, measured
from ledger.model.entries import Entry
from ledger.model.items import RELAPSED
from ledger.model.registers.inspections import REGISTER


def _measure(case: Case) -> Measured:
    return measured(Form.LOSS, _pieces(case), "本期没有回头看")


def _pieces(case: Case) -> Iterator[Piece]:
    for item, share in case.items:
        counted = (step.entry for step in item.history.steps if step.counted)
        yield from _looked_at(case, item.ref, item.title, share, counted)
    for finding in case.book.things(REGISTER, "findings"):
        record = finding.record
        if case.is_mine(record.unit, *record.items):
            yield from _looked_at(case, finding.ref, record.title, WHOLE, finding.course.facts)


def _looked_at(
    case: Case, ref: str, title: str, share: Fraction, entries: Iterable[Entry]
) -> Iterator[Piece]:
    for entry in entries:
        if entry.event == "回头看" and case.period.holds(entry.date):
            why = f"{entry.date}回头看，{entry.result}"
            yield case.piece(Form.LOSS, ref, title, share, fits=entry.result == RELAPSED, why=why)


GAUGE = Gauge(
    code="D5",
    title="回头看无反弹",
    formula="1 - 回头看反弹的次数 / 回头看的次数",
    data="方案里的事项和督察问题：日期在本期的回头看，一次算一次；配合的事项按份额算。督察问题归责任单位，也归所涉事项的专项小组",
    gain="销号以后定期自己回看，发现松动及时补",
    lists="ledger items --unit {unit} --status 本月回头看 --month {month}",
    measure=_measure,
)
