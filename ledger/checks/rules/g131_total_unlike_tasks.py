"""G131."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.agendas import REGISTER, Agenda


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        agenda: Agenda = holding.record
        total, listed = agenda.total, len(agenda.tasks)
        if total is None or not listed or total.fits(listed):
            continue
        hint = "补上漏列的任务" if listed < total.value else "核对总数和任务"
        yield Finding(
            holding.spot("total"), f"{agenda.id} 写的总数是 {total}，逐项列出的是 {listed} 项", hint
        )


RULE = Rule(
    code="G131",
    name="total-unlike-tasks",
    severity=Severity.WARNING,
    what="清单写的总数，与逐项列出的任务对不上。170余 是不少于170；没有逐项登记的不检查。",
    why="总数会写进报告；列出来的不是这么多，就有任务没有人管，或者总数是错的。",
    example="total: 31\ntasks:                # 只列了两项\n  - {id: 1, title: 改革投资审批}\n  - {id: 2, title: 推行河长制}",
    fix="补上漏列的任务，或照原文改正 total；原文写“170余项”的，total 写 170余。",
    check=_check,
)
