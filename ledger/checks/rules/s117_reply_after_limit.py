"""S117."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.papers import standing_rows
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for row in standing_rows(ledger):
        due = row.slip.reply_due
        reply = next((e for e in row.facts() if e.event == "回复"), None)
        if reply is not None and reply.date > due:
            late = f"晚{(reply.date - due).days}天（工作日{ledger.calendar.between(due, reply.date)}天）"
            message = f"{row.ref} {in_chinese(reply.date)}回复，比期限{in_chinese(due)}{late}"
            yield Finding(row.entry_spot(reply, "date"), message, "事实不改；日期误记的，用 更正 作废后另记")


RULE = Rule(
    code="S117",
    name="reply-after-limit",
    severity=Severity.NOTE,
    what="单据的一行在回复期限以后才第一次回复。",
    why="逾期回复是事实，补不回来；列出来是为了统计和通报，也便于发现把日期写错的。",
    example="reply_due: 2017-06-07\nrows:\n  - id: 1\n    subject: zb-2017-06/3\n    log:\n      - date: 2017-06-09     # 晚2天\n        event: 回复\n        by: 市农业局",
    fix="确是逾期回复的，不必改；日期写错的，用 更正 作废后另记一条对的。",
    check=_check,
)
