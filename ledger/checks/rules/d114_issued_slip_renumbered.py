"""D114."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.landed_papers import touched_papers
from ledger.checks.history.then_and_now import edited, finding, put_back
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Kind
from ledger.measures.comparing.things import SLIP


def _compare(comparison: Comparison) -> Iterator[Finding]:
    landed = touched_papers(comparison)
    for change in comparison.of(Kind.RENUMBERED, SLIP):
        if change.before in landed:
            message = f"已签发的 {change.before} 被改号为 {change.after}"
            yield finding(change, message, f"改回 {change.before}，文件名也改回", "id")
    for change in comparison.of(Kind.EDITED, SLIP):
        if change.field == "number" and change.subject in landed:
            message = f"已签发的 {edited(change, '文号')}"
            yield finding(change, message, f"{put_back(change)}；编错了号的，记 作废 后另发一份")


RULE = Rule(
    code="D114",
    name="issued-slip-renumbered",
    severity=Severity.ERROR,
    what="已经签发的单据改了编号（id）或文号（number）。",
    why=(
        "送出去的纸上印着原来的文号，单位的回复、会议材料都引用它。改了号，按纸上的文号查不到这份单，"
        "空出来的号还可能再发给别人。"
    ),
    example=("id: TS-2017-025\nnumber: 云改办提〔2017〕26号     # 签发时写的是 25号"),
    fix="改回原来的编号、文号和文件名。两条分支各发了同一个号的，后入库的那一份作废，重新编号另发。",
    compare=_compare,
)
