"""P138."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for placed in items_with(ledger, "暂缓"):
        for n, entry in placed.entries("暂缓"):
            if entry.until is not None and entry.until < entry.date:
                message = f"暂缓到 {entry.until}，早于开始的 {entry.date}"
                yield Finding(placed.spot("log", n, "until"), message, "核对批准文件，改正 until")


RULE = Rule(
    code="P138",
    name="suspended-until-before",
    severity=Severity.ERROR,
    what="暂缓的截止日早于开始日。",
    why="这样的暂缓一天也没有，不会生效，事项照样计时、照样逾期。",
    example=(
        "- date: 2017-07-24\n"
        "  event: 暂缓\n"
        "  by: 市委深改组\n"
        "  until: 2017-03-31        # 应为 2018-03-31\n"
        "  note: 上级试点范围未扩大"
    ),
    fix="核对批准文件上的日期。已经入库（合并）的记录不改：用 更正 作废，再另记一条对的；还没有入库的，直接改。",
    check=_check,
)
