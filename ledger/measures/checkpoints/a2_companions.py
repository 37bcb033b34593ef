"""A2 配套方案按期出台."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from ledger.measures.docking import DockingStanding
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured


def _measure(case: Case) -> Measured:
    return measured(Form.SHARE, _pieces(case), "本期没有到期、逾期的配套方案")


def _pieces(case: Case) -> Iterator[Piece]:
    """What is overdue costs its unit in every period until it is issued; what was exempted from a companion is no matter of it."""
    for document in case.book.documents:
        due = document.companion_due
        if due is None or not case.is_me(document.group, *document.responsible):
            continue
        issued = document.companion.date if document.companion else None
        overdue = due < case.period.first and document.settled is None
        if overdue or (case.period.holds(due) and (issued is not None or document.exempt is None)):
            in_time = issued is not None and issued <= due
            why = _why(document, due, issued)
            yield case.piece(Form.SHARE, document.ref, document.title, Fraction(1), fits=in_time, why=why)


def _why(document: DockingStanding, due: date, issued: date | None) -> str:
    late = f"逾期{(document.day - due).days}天" if document.day > due else "没有印发"
    return f"{due}到期，{f'{issued}印发' if issued else late}"


GAUGE = Gauge(
    code="A2",
    title="配套方案按期出台",
    formula="按期印发的配套方案 / 本期到期和到期前就已逾期、至今没有印发的配套方案",
    data="上级文件登记簿：牵头单位和专项小组；期限从收文算起（policy.yaml 的 companion_within）；免于配套的不算",
    gain="收文就起草，到期以前印发并记 配套印发；不需要配套的，记 免于配套和理由",
    lists="ledger list upstream --unit {unit} --month {month}",
    measure=_measure,
)
