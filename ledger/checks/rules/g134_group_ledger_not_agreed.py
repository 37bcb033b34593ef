"""G134."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.agendas import REGISTER, Agenda


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    units = ledger.units
    for holding in held(ledger, REGISTER):
        agenda: Agenda = holding.record
        if agenda.kind != "工作台账" or agenda.group is None:
            continue
        agreed = {units.current(name, agenda.date) for name in agenda.agreed}
        wanted = [name for name in (ledger.settings.office, agenda.group) if name]
        missing = [name for name in wanted if units.current(name, agenda.date) not in agreed]
        if missing:
            message = f"{agenda.id} 没有写明由{'、'.join(missing)}商定"
            yield Finding(holding.spot("agreed"), message, "商定过的，把单位写进 agreed")


RULE = Rule(
    code="G134",
    name="group-ledger-not-agreed",
    severity=Severity.WARNING,
    what="专项小组的工作台账，没有写明由改革办和专项小组商定。",
    why="工作台账是两家一起定的一年的任务；只有一家认，到年底就说不清该做什么。",
    example="kind: 工作台账\ngroup: 经济体制改革专项小组\nagreed: [市委改革办]     # 专项小组没有商定",
    fix="商定以后，把改革办和专项小组都写进 agreed。",
    check=_check,
)
