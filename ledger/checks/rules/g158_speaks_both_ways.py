"""G158."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.meetings import REGISTER, Meeting


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        if holding.type is not REGISTER.thing:
            continue
        meeting: Meeting = holding.record
        said: dict[str, str] = {}
        for n, speech in enumerate(meeting.speeches):
            unit = ledger.units.current(speech.unit, meeting.date)
            if said.setdefault(unit, speech.kind) != speech.kind:
                message = f"{holding.ref} 上 {speech.unit} 既作典型发言又作表态发言"
                yield Finding(holding.spot("speeches", n, "kind"), message, "核对会议议程，只留一种")


RULE = Rule(
    code="G158",
    name="speaks-both-ways",
    severity=Severity.WARNING,
    what="同一次会议上，一个单位既作典型发言又作表态发言。",
    why="排名第一的作典型发言，末位的作表态发言；一个单位不会又在前又在后。登记错了，就会把先进的单位当成落后的提出来。",
    example="- {id: 1, kind: 典型发言, unit: 望川区}\n- {id: 2, kind: 表态发言, unit: 望川区}",
    fix="对照会议议程改正单位或种类。",
    check=_check,
)
