"""S122."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import number_of, other_logs
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.slips import ROW_EVENTS
from ledger.model.walks import counted


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log in other_logs(ledger):
        if log.table is not ROW_EVENTS or not log.entries:
            continue
        objected = False
        for entry in counted(ROW_EVENTS, log.entries, date.max):
            objected = objected or entry.event == "异议"
            if entry.event == "复核" and not objected:
                spot = log.spot(number_of(entry, log.entries), "event")
                message = f"{log.ref} 没有异议，却有 {entry.date} 的复核"
                yield Finding(spot, message, "补记 异议（写 recorded）；错记的，用 更正 作废这条")


RULE = Rule(
    code="S122",
    name="review-without-objection",
    severity=Severity.ERROR,
    what="单据的一行没有提过异议，却记了“复核”。",
    why="复核是对异议的答复，可以撤销这一行。没有异议就撤销，等于改动已经发出的单；要撤回的应当记 作废。",
    example="log:\n  - date: 2017-07-20\n    event: 复核            # 前面没有“异议”\n    by: 市委改革办\n    result: 撤销",
    fix="漏记异议的补记在后（写 recorded）；整份单据要撤回的，在单据的 log 里记 作废；错记的用 更正 作废。",
    check=_check,
)
