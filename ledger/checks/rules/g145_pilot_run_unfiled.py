"""G145."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.logs import standing
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import held
from ledger.model.ledger import Ledger
from ledger.model.registers.pilots import CLOSE, FILE, MERGE, REGISTER, START


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in held(ledger, REGISTER):
        facts = list(standing(holding.record.log))
        if any(entry.event in {FILE, MERGE, CLOSE} for _, entry in facts):
            continue
        for n, entry in facts:
            if entry.event == START:
                message = f"试点 {holding.ref} 没有备案就启动了"
                hint = f"补办备案，记 ledger record {holding.ref} 备案 --by 改革办 --evidence 备案号"
                yield Finding(holding.spot("log", n, "event"), message, hint)


RULE = Rule(
    code="G145",
    name="pilot-run-unfiled",
    severity=Severity.WARNING,
    what="试点没有向改革办备案就启动了，至今也没有补办。",
    why="新开试点要向同级改革办备案，才能归口管理、避免重复和多头试点；没有备案的，清理规范时查不到底数。",
    example=(
        "pilots:\n"
        "  - id: SD-2017-05\n"
        "    title: 集团化办园试点\n"
        "    log:\n"
        "      - date: 2017-08-29\n"
        "        event: 启动            # 前后都没有 备案"
    ),
    fix="补办备案并记 备案，写备案号；不该开的试点记 终止。",
    check=_check,
)
