"""P123."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import events, proven
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for table, word, told in events(ledger):
        event = table.find(word)
        for log, n, entry in told if event is not None and "evidence" in event.required else ():
            if not entry.evidence:
                message = f"{log.ref} 的“{entry.event}”没有佐证"
                yield Finding(log.spot(n, "event"), message, "补上 evidence，写文号 number 或名称 title")
    for log, n, entry in proven(ledger):
        for k, evidence in enumerate(entry.evidence):
            if not evidence.name:
                spot = log.spot(n, "evidence", k)
                yield Finding(spot, f"{log.ref} 的佐证没有文号，也没有名称", "补上 number 或 title")


RULE = Rule(
    code="P123",
    name="done-without-evidence",
    severity=Severity.ERROR,
    what="报完成（或节点完成）没有佐证，或佐证既没有文号也没有名称。",
    why="没有文件可查的“完成”无法核验；完成率要经得起翻卷宗。",
    example="- date: 2017-06-22\n  event: 完成             # 缺 evidence",
    fix="每份佐证写文号 number 或名称 title；还没有材料的，先记 进展，有了再记完成。已经入库（合并）的记录不改：用 更正 作废，再另记一条对的；还没有入库的，直接改。",
    check=_check,
)
