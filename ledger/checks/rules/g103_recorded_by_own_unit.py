"""G103."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in holdings(ledger):
        table, own = holding.type.events, holding.type.unit
        if table is None or not own:
            continue
        value = getattr(holding.record, own)
        responsible = (value,) if isinstance(value, str) else value or ()
        for n, entry in standing(holding.record.log):
            event = table.find(entry.event)
            if event is None or not event.by_other or entry.by is None:
                continue
            units = {ledger.units.current(name, entry.date) for name in responsible}
            if ledger.units.current(entry.by, entry.date) in units:
                message = f"{holding.ref} 的{event.word}由责任单位“{entry.by}”自己作出"
                yield Finding(holding.spot("log", n, "by"), message, "由责任单位以外的单位作出，如改革办")


RULE = Rule(
    code="G103",
    name="recorded-by-own-unit",
    severity=Severity.ERROR,
    what="验收、销号、回头看等由责任单位自己作出。",
    why="谁的问题谁整改，但整改到位没有要由别人认定；自己给自己销号，问题就只是在纸面上没有了。",
    example=(
        "unit: 市教育局\n"
        "log:\n"
        "  - date: 2017-09-28\n"
        "    event: 销号\n"
        "    by: 市教育局           # 责任单位自己"
    ),
    fix="by 写作出认定的单位，一般是改革办或督察组的牵头单位；还没有人认定的，删去尚未入库的这条。",
    check=_check,
)
