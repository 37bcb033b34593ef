"""S121."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity
from ledger.checks.papers import standing_rows
from ledger.checks.rule import Finding, Rule
from ledger.measures.papers import policy_of
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for row in standing_rows(ledger):
        within = policy_of(row.slip, ledger).ladder.objection_within
        last = days_after(row.paper.issued, within)
        for entry in row.facts():
            if entry.event == "异议" and entry.date > last:
                message = f"逾期异议，不影响升级：签发后 {within} 天内（{last} 以前）可以提出"
                related = ((row.paper.issue_spot("date"), "签发日期"),)
                yield Finding(row.entry_spot(entry, "date"), message, "核对日期；确是逾期的，不必改", related)


RULE = Rule(
    code="S121",
    name="objection-out-of-time",
    severity=Severity.WARNING,
    what="异议在签发以后超过 objection_within 天（默认 30 天）才提出。",
    why="期限内的异议在复核以前不升级；逾期的异议不起这个作用，下一级照样会提请。写错日期，就会误伤单位。",
    example="# 6月30日签发\n- date: 2017-08-15        # 超过30天\n  event: 异议\n  by: 市农业局\n  note: 事项已移交",
    fix="日期写错的，用 更正 作废后另记；确是逾期的，不必改，可以另行答复。",
    check=_check,
)
