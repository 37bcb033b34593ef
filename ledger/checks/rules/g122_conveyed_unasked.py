"""G122."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.registers.conveyances import REGISTER


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        asked = {ledger.units.current(name, day) for name in holding.record.units}
        for n, entry in standing(holding.record.log):
            for key, name in _named(entry):
                if ledger.units.current(name, day) not in asked:
                    hint = did_you_mean(name, asked) or "也要求它传达的，在 units 里加上"
                    message = f"{holding.ref} 没有要求“{name}”传达"
                    yield Finding(holding.spot("log", n, key), message, hint)


def _named(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.event == "传达" and entry.by:
        yield "by", entry.by
    elif entry.event == "免于传达":
        yield from (("to", name) for name in entry.to or ())


RULE = Rule(
    code="G122",
    name="conveyed-unasked",
    severity=Severity.WARNING,
    what="传达或免于传达的单位不在应传达单位里。",
    why="按期传达率只数应传达的单位；写错了单位，真正应传达的那家会一直显示没有传达。",
    example=(
        "units: [市教育局, 市编办]\n"
        "log:\n"
        "  - {date: 2017-09-20, event: 传达, by: 市财政局, result: 第一议题}   # units 里没有"
    ),
    fix="改正单位名称；确实也要求它传达的，在 units 里加上。",
    check=_check,
)
