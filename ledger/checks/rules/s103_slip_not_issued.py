"""S103."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for slip in ledger.slips:
        if all(entry.event != "签发" for _, entry in standing(slip.log)):
            spot = Spot(ledger.paths["slip", slip.id], ("log",), key=True)
            yield Finding(spot, f"{slip.id} 没有签发记录", "补记 签发，写 date 和 by")


RULE = Rule(
    code="S103",
    name="slip-not-issued",
    severity=Severity.ERROR,
    what="单据没有“签发”记录。",
    why="各项期限从签发之日起算；没有签发，这份单就不算发出，也不计入件数，下个月还会再提一次。",
    example="id: TS-2017-025\nkind: 提示单\nlog: []                   # 缺 签发",
    fix="在 log 里补记 签发，写日期和签发人（by）；没有发出的，删去文件。",
    check=_check,
)
