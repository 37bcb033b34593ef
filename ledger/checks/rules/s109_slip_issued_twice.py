"""S109."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.checks.rungs import climbs
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for climb in climbs(ledger):
        step = climb.step
        other = next((e for e in climb.own if e.rung == step.rung and e.ended is None), None)
        if other is not None:
            slip = step.placed.slip
            message = f"{step.subject} 本轮已向{slip.unit}发过{slip.kind}（{other.placed.ref}）"
            related = ((other.placed.spot("subject"), "先发的一行"),)
            hint = f"作废重发的一份：在它的 log 里记 作废；{slip.kind}以后再催，发上一级的单"
            yield Finding(step.placed.spot("subject"), message, hint, related)


RULE = Rule(
    code="S109",
    name="slip-issued-twice",
    severity=Severity.ERROR,
    what="同一事项（或上级文件）、同一单位、同一轮里，同一级单据发了两次。作废和经复核撤销的不算。",
    why="一轮里每一级只发一次，逐级升。重复发单，件数和行数虚增，单位也不知道按哪一份的期限办。",
    example="# JB-2017-003 和 JB-2017-007 都发给市农业局，都有\n- id: 1\n  subject: zb-2017-06/3",
    fix="作废其中一份（一份有几行的，作废后把其余各行另行发单）；批准延期或反弹之后的是新的一轮，核对判定日 as_of。",
    check=_check,
)
