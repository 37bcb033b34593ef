"""G120."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import events
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.registers.problems import PROBLEM_EVENTS


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for event in events(ledger):
        if event.table is not PROBLEM_EVENTS or event.word != "出台文件":
            continue
        for log, n, entry in event.told:
            if not entry.evidence or any(paper.number for paper in entry.evidence):
                continue
            message = f"{log.ref} 出台的文件没有文号"
            yield Finding(log.spot(n, "evidence"), message, "补上 number；没有正式印发的，记 进展")


RULE = Rule(
    code="G120",
    name="problem-document-unnumbered",
    severity=Severity.WARNING,
    what="改革问题记了“出台文件”，佐证里没有一份写明文号。",
    why="问题清单要从问题对到文件、再对到办结；没有文号，别人找不到这份文件，征求意见稿也会被当成已经出台。",
    example=(
        "- date: 2017-07-12\n"
        "  event: 出台文件\n"
        "  evidence:\n"
        "    - title: 中介服务事项清单（送审稿）   # 没有 number"
    ),
    fix="在 evidence 里写上发文字号；还没有正式印发的，改记 进展。",
    check=_check,
)
