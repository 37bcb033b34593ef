"""G133."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.measures.plans import plan_standing
from ledger.model.ledger import Ledger
from ledger.model.registers.reviews import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    begun: dict[int, date] = {}
    for review in ledger.of(REGISTER):
        begun[review.year] = min(review.date, begun.get(review.year, review.date))
    planned = {review.plan for review in ledger.of(REGISTER)}
    for plan in ledger.plans:
        adopted = plan_standing(plan, day).adopted
        if adopted is None or plan.id in planned or adopted < begun.get(adopted.year, date.max):
            continue
        message = f"{plan.id} {adopted.year}年审议通过，没有列入当年的上会审议计划"
        hint = f"确在计划里的，在 {REGISTER.file} 写上 plan: {plan.id}"
        yield Finding(Spot(ledger.paths["plan", plan.id], ("id",)), message, hint)


RULE = Rule(
    code="G133",
    name="adopted-off-calendar",
    severity=Severity.NOTE,
    what="方案在订了上会审议计划的年份里审议通过，计划里却没有它。",
    why="计划外上会不一定不对，但要看得见；计划里有、只是没有写 plan 的，会一直算作逾期没有上会。",
    example="reviews:\n  - id: SH-2017-02        # 方案通过了，没有写 plan: zb-2017-05\n    title: 企业投资项目审批改革实施方案",
    fix="计划里有的，补写 plan；确是计划外的，不必改。",
    check=_check,
)
