"""G162."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held, holdings
from ledger.measures.standing import standing_of
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of
from ledger.model.registers.exemptions import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    exemptions = list(held(ledger, REGISTER))
    responsible = _responsible(ledger, {s for h in exemptions for s in h.record.subjects}, day)
    for holding in exemptions:
        unit = ledger.units.current(holding.record.unit, day)
        for n, subject in enumerate(holding.record.subjects):
            units = responsible.get(subject)
            if units is not None and unit not in units:
                message = f"{holding.ref} 的申请单位“{unit}”不负责 {subject}，它由{'、'.join(units)}负责"
                yield Finding(
                    holding.spot("subjects", n), message, "改正编号或申请单位；不负责的事项本来就不扣它的分"
                )


def _responsible(ledger: Ledger, wanted: set[str], day: date) -> dict[str, tuple[str, ...]]:
    """Who loses points for it: leads, participants and groups of items, units of findings; of a plan whoever has one of its items."""
    found: dict[str, tuple[str, ...]] = {}
    for plan, item in ledger.items() if wanted else ():
        if wanted & {plan.id, ref_of(plan, item)}:
            standing = standing_of(plan, item, ledger, day)
            group = (standing.group,) if standing.group else ()
            units = tuple(dict.fromkeys((*standing.leads, *standing.participants, *group)))
            found[standing.ref] = units
            found[plan.id] = tuple(dict.fromkeys((*found.get(plan.id, ()), *units)))
    for holding in holdings(ledger):
        if holding.type.kind == "finding" and holding.ref in wanted:
            found[holding.ref] = (ledger.units.current(holding.record.unit, day),)
    return found


RULE = Rule(
    code="G162",
    name="exempted-for-others",
    severity=Severity.WARNING,
    what="容错申请所涉的事项、督察问题不由申请单位负责。",
    why="容错免的是申请单位的扣分；事项写错了，该免的没有免，还以为已经免了。",
    example="unit: 市环境保护局\nsubjects: [zb-2017-06/3]     # 由市农业局牵头",
    fix="改正 subjects 的编号，或改正 unit。",
    check=_check,
)
