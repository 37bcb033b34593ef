"""G152."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of
from ledger.model.registers.evaluations import REGISTER, Evaluation


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        evaluation: Evaluation = holding.record
        involved = _involved(ledger, evaluation)
        for key, name in (("evaluator", evaluation.evaluator), ("belongs_to", evaluation.belongs_to)):
            unit = ledger.units.current(name, evaluation.date) if name else None
            if name and unit in involved:
                role = "评估机构" if key == "evaluator" else "评估机构的主管单位"
                message = f"{holding.ref} 的{role}“{name}”就是 {involved[unit]} 的牵头或配合单位"
                yield Finding(holding.spot(key), message, "换由与起草、落实都无关的机构评估")


def _involved(ledger: Ledger, evaluation: Evaluation) -> dict[str | None, str]:
    """Who drafted, leads or takes part in what was evaluated, each with the first of it."""
    found: dict[str | None, str] = {}
    wanted = set(evaluation.subjects)
    for plan in ledger.plans:
        named = {plan.id, *(ref_of(plan, item) for item in plan.items)} & wanted
        if not named:
            continue
        for name in plan.lead:
            found.setdefault(ledger.units.current(name, evaluation.date), min(named))
        for item in plan.items:
            ref = ref_of(plan, item)
            for name in (*item.lead, *item.participants) if wanted & {plan.id, ref} else ():
                found.setdefault(ledger.units.current(name, evaluation.date), ref)
    return found


RULE = Rule(
    code="G152",
    name="evaluator-not-independent",
    severity=Severity.ERROR,
    what="第三方评估的机构或它的主管单位，就是所评方案、事项的牵头或配合单位。",
    why="第三方的意思是既不起草、也不落实。自己或自己的下属单位评自己，结论没有人信，不能算第三方评估。",
    example="evaluator: 市发展改革委        # zb-2017-05 就由它牵头\nsubjects: [zb-2017-05]",
    fix="换由与起草、落实都无关的机构评估；确是牵头单位自己的总结，不登记为第三方评估。",
    check=_check,
)
