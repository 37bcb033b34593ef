"""A3 分解立项及时完整."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from ledger.measures.plan_progress import break_down_due
from ledger.measures.plans import PlanStanding
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge
from ledger.measures.scoring.measured import Form, Measured, Piece, measured


def _measure(case: Case) -> Measured:
    return measured(Form.SHARE, _pieces(case), "本期没有到期应分解立项的方案")


def _pieces(case: Case) -> Iterator[Piece]:
    """A plan that has items was broken down, whoever forgot to write down when: it counts neither way."""
    for plan in case.book.plans:
        if not case.is_me(plan.plan.group, *plan.plan.lead):
            continue
        due, done = break_down_due(case.ledger, plan), plan.broken_down
        untold = done is None and (plan.plan.items or plan.closed)
        if due is not None and case.period.holds(due) and not untold:
            in_time = done is not None and done <= due
            yield case.piece(
                Form.SHARE, plan.plan.id, plan.plan.title, Fraction(1), fits=in_time, why=_why(plan, due)
            )


def _why(plan: PlanStanding, due: date) -> str:
    done = f"{plan.broken_down}分解立项" if plan.broken_down else "没有分解立项"
    return f"{plan.issued}印发，{due}到期，{done}"


GAUGE = Gauge(
    code="A3",
    title="分解立项及时完整",
    formula="按期分解立项的方案 / 本期应分解立项的方案",
    data="方案的记录：印发以后的分解立项，期限落在本期（policy.yaml 的 break_down_within，工作日）；已有事项、没有记哪天分解的不算",
    gain="方案印发就分解到单位，当天记 分解立项",
    lists="ledger list plans --lead {unit} --month {month}",
    measure=_measure,
)
