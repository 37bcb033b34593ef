"""S102."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import did_you_mean
from ledger.checks.known import known_of
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = known_of(ledger) if ledger.slips else None
    for slip in ledger.slips:
        for n, row in enumerate(slip.rows):
            docking = slip.track == "docking"
            if known is None or (known.document if docking else known.item)(row.subject):
                continue
            kind, subjects = ("上级文件", known.documents) if docking else ("事项", known.items)
            spot = Spot(ledger.paths["slip", slip.id], ("rows", n, "subject"))
            hint = did_you_mean(row.subject, subjects) or f"改成台账里{kind}的编号"
            yield Finding(spot, f"没有编号为 {row.subject} 的{kind}", hint)


RULE = Rule(
    code="S102",
    name="slip-of-unknown-subject",
    severity=Severity.ERROR,
    what="单据督办的事项或上级文件不存在。",
    why="督办单要落到具体事项；编号写错，这一行既催不到人，也不会随事项办结而了结。",
    example="track: item\nrows:\n  - id: 1\n    subject: zb-2017-05/99  # 没有这一项",
    fix="改成事项编号（例如 zb-2017-05/1）；对接轨道（track: docking）写上级文件编号（例如 zy-2016-11）。",
    check=_check,
)
