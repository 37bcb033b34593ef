"""D115."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.base.text import quoted
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_papers import touched_papers
from ledger.checks.history.then_and_now import finding
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import SLIP


def _compare(comparison: Comparison) -> Iterator[Finding]:
    landed = touched_papers(comparison)
    for change in comparison.of(Kind.REMOVED, SLIP):
        paper = landed.get(change.subject)
        if paper is not None:
            number, unit = quoted(paper.slip.number), paper.slip.unit
            message = f"{paper.issued} 签发给{unit}的 {change.subject} 被删去，文号{number}又空了出来"
            yield finding(change, message, "恢复单据和文稿；发错的，记 作废（by、note），编号仍然占用")


RULE = Rule(
    code="D115",
    name="issued-slip-removed",
    severity=Severity.ERROR,
    what="已经签发的单据被删去。",
    why=(
        "单已经送出，期限还在走。删去以后件数少了一件，这个事项下一次又从低一级发起，"
        "原来的文号还会再发给别的单位，一号两单。"
    ),
    example="plans/slips/2017/TS-2017-025.yaml    # 签发以后被删去",
    fix="用 git 恢复 .yaml 和文稿。不该发的，在单据的 log 里记 作废，写 by 和 note：件数里不再有它，编号不再用。",
    compare=_compare,
)
