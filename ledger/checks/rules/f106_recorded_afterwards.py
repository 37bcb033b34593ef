"""F106."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.reporting import Reported, reported
from ledger.checks.rule import Finding, Rule
from ledger.measures.progress import percent
from ledger.model.ledger import Ledger

_LEAST = 6


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    found: dict[tuple[str, int], list[Reported]] = {}
    for report in reported(ledger, day):
        for unit in report.units:
            found.setdefault((unit, report.entry.date.year), []).append(report)
    for (unit, year), reports in sorted(found.items()):
        late = [r for r in reports if _is_late(r)]
        if len(reports) >= _LEAST and len(late) * 3 > len(reports):
            message = (
                f"{unit} {year} 年的 {len(reports)} 条记录，{len(late)} 条"
                f"（{percent(len(late), len(reports))}%）是过了当月才补记的"
            )
            last = max(late, key=lambda r: (r.entry.recorded or r.entry.date, r.ref))
            yield Finding(last.spot("recorded"), message, "抽查补记的有没有当时的材料；要求随办随记")


def _is_late(report: Reported) -> bool:
    """Recorded in a later month than the fact's."""
    recorded = report.entry.recorded
    return recorded is not None and (recorded.year, recorded.month) > report.month


RULE = Rule(
    code="F106",
    name="recorded-afterwards",
    severity=Severity.NOTE,
    what="一个单位一年的记录（启动、进展、节点完成、完成）有 6 条以上，三分之一以上是过了当月才补记的。",
    why="补记是如实说明晚知道了，偶尔有是正常的；成了习惯，月报的数就总是当时看不见、事后才变。",
    example=("- date: 2017-06-12\n  event: 进展\n  recorded: 2017-09-30     # 三个月以后才记，全年多半如此"),
    fix="抽查补记的各条有没有当时的材料；与联络员约定随办随记，至迟当月记完。",
    check=_check,
)
