"""P131."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.names import has_register
from ledger.checks.rule import Finding, Rule
from ledger.checks.transfers import transfers
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for transfer in transfers(ledger):
        origin = transfer.entry.from_
        if origin is None or ledger.units.current(origin, date.max) in transfer.leads:
            continue
        if has_register(ledger) and ledger.units.find(origin) is None:  # P103
            continue
        leads = "、".join(transfer.leads)
        message = f"{transfer.placed.ref} 当时的牵头单位是 {leads or '空'}，没有“{origin}”"
        yield Finding(transfer.spot("from"), message, f"可写：{leads}" if leads else "删去 from")


RULE = Rule(
    code="P131",
    name="transfer-from-no-lead",
    severity=Severity.ERROR,
    what="移交方（from）当时不是这个事项的牵头单位。",
    why="不是牵头单位就没有可移交的；这条移交不会生效，事项还记在原单位名下。",
    example=(
        "lead: [市农业局, 市水利局]\n"
        "log:\n"
        "  - date: 2017-05-10\n"
        "    event: 移交\n"
        "    from: 市林业局         # 不在牵头单位里\n"
        "    to: 市财政局\n"
        "    by: 市委改革办"
    ),
    fix="改成当时的牵头单位之一；先前已经移交过的，写接手的单位。",
    check=_check,
)
