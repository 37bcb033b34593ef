"""G121."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.conveyances import REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        day = holding.record.date
        for n, entry in standing(holding.record.log):
            if entry.date < day:
                message = f"{holding.ref} 的{entry.event}（{in_chinese(entry.date)}）早于会议或文件（{in_chinese(day)}）"
                yield Finding(holding.spot("log", n, "date"), message, "核对日期；误记的用 更正 作废后另记")


RULE = Rule(
    code="G121",
    name="conveyed-before-meeting",
    severity=Severity.ERROR,
    what="传达学习的日期早于所传达的会议或文件。",
    why="会还没有开，不可能传达；按期传达率会因此多算一家。",
    example=(
        "conveyances:\n"
        "  - id: CD-2017-04\n"
        "    date: 2017-09-18\n"
        "    log:\n"
        "      - date: 2017-09-12        # 早于 9 月 18 日\n"
        "        event: 传达\n"
        "        by: 市教育局\n"
        "        result: 第一议题"
    ),
    fix="核对是会议日期错了还是传达日期错了；已经入库的用 更正 作废后另记。",
    check=_check,
)
