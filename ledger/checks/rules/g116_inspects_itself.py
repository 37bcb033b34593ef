"""G116."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in inspections(ledger):
        record = holding.record
        if record.team is None or record.kind == "年底自查":
            continue
        team = (record.team.office, *record.team.group, *record.team.departments)
        going = {ledger.units.current(name, record.date) for name in team if name}
        for n, name in enumerate(record.targets):
            if ledger.units.current(name, record.date) in going:
                message = f"{record.id} 的督察对象“{name}”也在督察组里"
                yield Finding(
                    holding.spot("targets", n), message, "督察本单位时应回避：从督察组或督察对象里去掉"
                )


RULE = Rule(
    code="G116",
    name="inspects-itself",
    severity=Severity.WARNING,
    what="督察组的成员单位同时是督察对象（年底自查除外）。",
    why="自己督察自己，发现不了问题，发现了也难以服人；督察人员与督察对象有利害关系的应当回避。",
    example="team:\n  office: 市委改革办\n  departments: [市财政局]\ntargets: [市财政局]       # 也在督察组里",
    fix="督察这个单位时换别的部门参加；互查的，写在 rounds 的内容里，不把互查的各方都写作对象。",
    check=_check,
)
