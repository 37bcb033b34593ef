"""P122."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import events
from ledger.checks.rule import Finding, Rule
from ledger.checks.transfers import transfers
from ledger.model.entries import Entry, has_field
from ledger.model.events import CORRECT, EventType
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for table, word, told in events(ledger):
        event = table.find(word)
        if event is None or not (event.word == CORRECT or set(event.required) - {"evidence"}):
            continue
        for log, n, entry in told:
            missing = _missing(event, entry)
            if missing:
                message = f"{log.ref} 的“{entry.event}”缺少 {'、'.join(missing)}"
                yield Finding(log.spot(n, "event"), message, f"补上 {'、'.join(missing)}")
    for transfer in transfers(ledger):
        if len(transfer.leads) > 1 and transfer.entry.from_ is None:
            message = f"{transfer.placed.ref} 有 {len(transfer.leads)} 个牵头单位，移交缺少 from"
            hint = f"写 from: 由哪个单位移交，可写 {'、'.join(transfer.leads)}"
            yield Finding(transfer.spot("event"), message, hint)


def _missing(event: EventType, entry: Entry) -> list[str]:
    missing = [key for key in event.required if key != "evidence" and not has_field(entry, key)]
    if event.word == CORRECT and entry.voids is None:
        if entry.field is None and not entry.to:
            missing.append("voids（或 field 和 to）")
        else:
            missing += [key for key in ("field", "to") if not has_field(entry, key)]
    return missing


RULE = Rule(
    code="P122",
    name="missing-field",
    severity=Severity.ERROR,
    what="记录缺少这一事件必须写的键。",
    why="谁批准、延到哪天、退回的理由，事后追问起来只有这里有据可查；缺了它，延期、暂缓、移交也不会生效。",
    example="- date: 2017-06-19\n  event: 批准延期\n  note: 同意延到三季度末   # 缺 until 和 by",
    fix="补上所缺的键：更正要写 by、note，并写 voids（作废哪一条）或 field 和 to（改哪个键、改成什么）；几家牵头的，移交要写 from。已经入库（合并）的记录不改：用 更正 作废，再另记一条对的；还没有入库的，直接改。",
    check=_check,
)
