"""G163."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.exemptions import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        record = holding.record
        unit, body = (ledger.units.current(name, record.date) for name in (record.unit, record.body))
        if unit == body:
            message = f"{holding.ref} 的认定机关就是申请单位“{unit}”"
            yield Finding(holding.spot("body"), message, "写核实认定的机关，如纪检监察、组织部门")


RULE = Rule(
    code="G163",
    name="exempted-by-itself",
    severity=Severity.ERROR,
    what="容错免责的认定机关就是申请单位。",
    why="自己给自己免责等于没有核实；容错由申请单位以外的机关核实认定。",
    example="unit: 市国资委\nbody: 市国资委",
    fix="body 写核实认定的机关。",
    check=_check,
)
