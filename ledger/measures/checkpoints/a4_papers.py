"""A4 三单一书扣分."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece
from ledger.measures.settled import RowStanding


def _measure(case: Case) -> Measured:
    assert case.target is not None  # noqa: S101 - the gauge has a default
    return Measured(Form.DEDUCTION, tuple(_pieces(case)), Fraction(case.target))


def _pieces(case: Case) -> Iterator[Piece]:
    """Rows issued in the period that stand; what an objection took back costs nothing, one that waits for its review neither."""
    for row in case.book.rows:
        paper = row.paper
        share = _share(case, row)
        points = Fraction(case.book.scheme.deductions.of(paper.slip.rung))
        if not case.period.holds(paper.issued) or paper.withdrawn or paper.frozen(case.day) or not share:
            continue
        exempt = case.exempt(paper.row.subject) or case.exempt(paper.ref)
        why = f"{paper.issued}{paper.slip.kind}，每行扣{points}分"
        lost = Fraction(0) if exempt else share * points
        yield Piece(paper.ref, row.title, lost, Fraction(0), why, exempt)


def _share(case: Case, row: RowStanding) -> Fraction:
    """The addressee's whole, and the group's that has the matter; a participant's its share."""
    if case.is_me(row.paper.unit):
        return Fraction(1)
    if row.standing is None:
        group = row.docking.document.group if row.docking else None
        return Fraction(case.is_me(group))
    if case.book.is_group(case.unit):
        return Fraction(row.standing.group == case.unit)
    return (
        Fraction(case.book.scheme.participant_share)
        if case.unit in row.standing.participants
        else Fraction(0)
    )


GAUGE = Gauge(
    code="A4",
    title="三单一书扣分",
    formula="1 - 本期各行扣分之和 ÷ 扣分满额，最低0",
    data="三单一书登记簿：本期签发、没有作废撤销的行，提示单不扣；配合单位按份额扣；异议复核期间不扣",
    gain="收到提示单就办，不等交办单；有异议的，30天内提出",
    lists="ledger list rows --unit {unit} --state 本月签发 --month {month}",
    target=Decimal(5),
    target_means="扣到几分，这一点就没有分了",
    measure=_measure,
)
