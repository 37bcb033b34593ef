"""G132."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.measures.plans import plan_standing
from ledger.model.ledger import Ledger
from ledger.model.registers.project_groups import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    groups = [g for g in ledger.of(REGISTER) if g.until is None or day <= g.until]
    followed = {plan for group in groups for plan in group.plans}
    for plan in ledger.plans if groups else ():
        if plan.id not in followed and plan_standing(plan, day).closed is None:
            message = f"没有项目组跟 {plan.id}"
            yield Finding(
                Spot(ledger.paths["plan", plan.id], ("id",)),
                message,
                f"写进 {REGISTER.file} 里一个组的 plans",
            )


RULE = Rule(
    code="G132",
    name="plan-without-project-group",
    severity=Severity.WARNING,
    what="还没有销账的方案，没有一个改革办项目组跟。没有设项目组的，不检查。",
    why="项目组对方案从起草到落地一跟到底；没有人跟的方案，往往印发以后就没有人问了。",
    example="project_groups:\n  - id: XM-01\n    plans: [zb-2017-01]     # zb-2017-02 没有人跟",
    fix="在 registers/project_groups.yaml 里把方案写进一个项目组的 plans。",
    check=_check,
)
