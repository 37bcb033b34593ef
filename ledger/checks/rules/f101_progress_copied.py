"""F101."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.said import core
from ledger.checks.reporting import Reported, reported
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    last: dict[str, Reported] = {}
    for report in reported(ledger, day):
        if report.entry.event != "进展" or not report.entry.note:
            continue
        before = last.get(report.ref)
        if before and before.month < report.month and _same(before, report):
            message = f"{report.ref} {report.entry.date} 的进展与 {before.entry.date} 的一样"
            related = ((before.spot("note"), "原来的话"),)
            yield Finding(
                report.spot("note"), message, "核实这个月到底做了什么；没有进展的，写明卡在哪里", related
            )
        last[report.ref] = report


def _same(before: Reported, report: Reported) -> bool:
    """Also where only the month was changed."""
    words = core(report.entry.note or "")
    return (
        bool(words)
        and words == core(before.entry.note or "")
        and before.entry.percent == report.entry.percent
    )


RULE = Rule(
    code="F101",
    name="progress-copied",
    severity=Severity.WARNING,
    what="一件事项这个月的进展与上一次（上个月或更早）报的一字不差，或只换了月份，进度也没有变。",
    why="照抄上月的话，看起来月月有进展，其实没有人去办，也没有人去看。",
    example=(
        "- date: 2017-08-28\n"
        "  event: 进展\n"
        "  note: 8月正在积极推进，已召开协调会\n"
        "- date: 2017-09-27\n"
        "  event: 进展\n"
        "  note: 9月正在积极推进，已召开协调会"
    ),
    fix="向牵头单位核实当月做了什么，另记一条说清楚；确实没有动的，写明原因（cause），该催办的催办。",
    check=_check,
)
