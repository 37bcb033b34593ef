"""A4 三单一书扣分."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from ledger.measures.papers import IssuedRow
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, plain
from ledger.measures.scoring.periods import ScoredPeriod, period_ending
from ledger.measures.settled import RowStanding


def _measure(case: Case) -> Measured:
    assert case.target is not None  # noqa: S101 - the gauge has a default
    return Measured(Form.DEDUCTION, tuple(_pieces(case)), Fraction(case.target))


def _pieces(case: Case) -> Iterator[Piece]:
    """Of two papers on one matter, one to each of its leads, a participant and the group lose but once."""
    known: set[tuple[int, str]] = set()
    for row in case.book.rows:
        paper = row.paper
        share = _share(case, row) if _is_charged(case, paper) else Fraction(0)
        if not share:
            continue
        matter = (paper.slip.rung, paper.row.subject)
        if not case.is_me(paper.unit):
            if matter in known:
                continue
            known.add(matter)
        points = Fraction(case.book.scheme.deductions.of(paper.slip.rung))
        exempt = case.exempt(paper.ref, paper.row.subject)
        lost = Fraction(0) if exempt else share * points
        why = f"{paper.issued}签发{paper.slip.kind}，每行扣{plain(points)}分"
        yield Piece(paper.ref, row.title, lost, Fraction(0), why, exempt)


def _is_charged(case: Case, paper: IssuedRow) -> bool:
    """In the period of its issue; if an objection waits for its review then, in the first at whose end none does. Never if it is quashed."""
    if paper.withdrawn or paper.frozen(case.day):
        return False
    return case.period.holds(paper.issued) or (paper.issued < case.period.first and _was_held_up(case, paper))


def _was_held_up(case: Case, paper: IssuedRow) -> bool:
    """At the end of every period since its issue."""
    period: ScoredPeriod | None = case.period
    while period and paper.issued < period.first:
        if paper.ref not in case.book.contested(period.before):
            return False
        period = period_ending(period.before, case.book.scheme)
    return True


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
    formula="1 - 本期各行扣分之和 / 扣分满额，最低0",
    data="三单一书登记簿：本期签发、没有作废撤销的各行，每种单扣几分在 scoring.yaml（deductions）；专项小组连同本组的，配合单位按份额扣，一事只扣一次；异议复核期间不扣，维持的从复核那一期扣",
    gain="收到提示单就办，不等交办单；有异议的，30天内提出",
    lists="ledger list rows --unit {unit} --state 本月签发 --month {month}",
    target=Decimal(5),
    target_means="扣到几分，这一点就没有分了",
    measure=_measure,
)
