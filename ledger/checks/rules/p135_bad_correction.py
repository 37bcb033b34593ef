"""P135."""

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.base.days import NoSuchDay, parse_due
from ledger.base.diagnostics import Severity
from ledger.checks.logs import events
from ledger.checks.rule import Finding, Rule
from ledger.model.events import CORRECT
from ledger.model.items import CORRECTABLE, ITEM_EVENTS
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log, n, entry in (told for event in events(ledger) if event.word == CORRECT for told in event.told):
        if entry.field is None:
            continue
        if log.table is not ITEM_EVENTS:
            message = f"更正的 field 只改事项的写法，{log.ref} 不是事项，这一条不起作用"
            hint = "删去 field 和 to；记录记错了用 voids，其他字段写错了直接改正，并写放行说明"
            yield Finding(log.spot(n, "field"), message, hint)
        elif entry.field not in CORRECTABLE:
            message = f"更正不能改 {entry.field}"
            hint = f"可写：{'、'.join(CORRECTABLE)}；记录记错了用 voids"
            yield Finding(log.spot(n, "field"), message, hint)
        elif entry.to and entry.field != "lead":
            problem = _problem(entry.field, entry.to)
            if problem:
                yield Finding(log.spot(n, "to"), problem, "改成一个成立的值")


def _problem(field: str, values: Sequence[str]) -> str | None:
    if len(values) > 1:
        return f"{field} 只能改成一个值，这里写了 {len(values)} 个"
    if field == "due":
        try:
            parse_due(values[0])
        except NoSuchDay as error:
            return str(error)
    return None


RULE = Rule(
    code="P135",
    name="bad-correction",
    severity=Severity.ERROR,
    what="更正改的不是事项的 title、due、lead，或改成的值不成立。",
    why="更正只用来改事项的笔误，只认这三个键；写在别处，或值不成立，更正就不起作用。",
    example=(
        "- date: 2017-05-10\n"
        "  event: 更正\n"
        "  by: 市委改革办\n"
        "  note: 录入笔误\n"
        "  field: due\n"
        "  to: 2017-06-31           # 没有这一天"
    ),
    fix=(
        "field 写 title、due 或 lead；due 的 to 写法同时限。记录记错了，用 voids 作废；"
        "推迟时限要走 批准延期。"
    ),
    check=_check,
)
