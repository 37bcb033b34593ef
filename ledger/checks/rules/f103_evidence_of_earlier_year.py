"""F103."""

import re
from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.items import CLAIMING, items_with
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger

_YEAR = re.compile(r"[〔\[（(【](\d{4})[〕\]）)】]")


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    for placed in items_with(ledger, *CLAIMING):
        for n, entry in placed.entries(*CLAIMING):
            for k, evidence in enumerate(entry.evidence if entry.date <= day else ()):
                year = _YEAR.search(evidence.name) if evidence.date is None else None
                began = placed.began if year else None
                if year and began and int(year[1]) < began.year:
                    spot = placed.proof(n, k)
                    message = f"佐证 {evidence.name} 是 {year[1]} 年的，{placed.ref} {began} 才开始"
                    yield Finding(spot, message, "翻原件，补写成文日期 date；旧文件换成本事项的成果")


RULE = Rule(
    code="F103",
    name="evidence-of-earlier-year",
    severity=Severity.WARNING,
    what="佐证没有写成文日期，而文号里的年份早于事项开始的那一年。",
    why="写了成文日期的由 P125 查；不写日期，拿往年的文件充数就看不出来，文号里的年份却在。",
    example=(
        "- date: 2017-03-15\n"
        "  event: 启动\n"
        "- date: 2017-06-22\n"
        "  event: 完成\n"
        "  evidence:\n"
        "    - number: 云政办发〔2015〕9号     # 两年前的文件"
    ),
    fix="翻原件核对：文号写错的改正，旧文件充数的核验退回，换成本事项的成果。",
    check=_check,
)
