"""G147."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.pilots import FINAL, PROMOTE, REGISTER


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        facts = list(standing(holding.record.log))
        for n, entry in facts:
            if entry.event != PROMOTE:
                continue
            judged = [(m, e) for m, e in facts if e.event == FINAL and e.date <= entry.date]
            number, last = max(judged, key=lambda fact: fact[1].date, default=(0, None))
            if last is not None and last.result == "不通过":
                message = f"试点 {holding.ref} 终期评估没有通过，却推广了"
                related = ((holding.spot("log", number, "result"), "终期评估"),)
                yield Finding(holding.spot("log", n, "event"), message, "核对评估结果和推广的文件", related)


RULE = Rule(
    code="G147",
    name="promoted-after-failing",
    severity=Severity.WARNING,
    what="试点的终期评估没有通过，其后却记了推广。",
    why="复制推广的应是试成了的经验；评估不通过又推广，总有一条是记错的，或者评估没有人当真。",
    example=(
        "- {date: 2017-09-28, event: 终期评估, by: 市委改革办, result: 不通过}\n"
        "- {date: 2017-10-26, event: 推广, by: 市委深改组, result: 全市}"
    ),
    fix="记错的用 更正 作废后另记；推广的只是其中一部分做法的，在 note 说明并重新评估。",
    check=_check,
)
