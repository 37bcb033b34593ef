"""U104."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.names import has_register
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    unread = any(p.place.path.endswith("units.yaml") for p in ledger.problems)
    if not has_register(ledger) and not unread:
        path = ledger.paths.get(("ledger", ""), "ledger.yaml")
        yield Finding(
            Spot(path), "台账里没有 units.yaml，单位名称没有核对", "在 ledger.yaml 旁边建 units.yaml"
        )


RULE = Rule(
    code="U104",
    name="no-unit-register",
    severity=Severity.WARNING,
    what="台账里没有单位名册 units.yaml。",
    why="没有名册，写错的单位、简称和更名都查不出来，同一个单位的事项会分散到几个名下。",
    example="units:\n  - id: 市发展改革委\n    kind: 部门\n    aliases: [市发改委]",
    fix="在 ledger.yaml 旁边建 units.yaml，登记所有单位；写法见 plans/units.yaml。",
    check=_check,
)
