"""S125."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.papers import standing_slips
from ledger.checks.rule import Finding, Rule
from ledger.model.events import CORRECT
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for paper in standing_slips(ledger):
        for row in paper.rows():
            for entry in row.facts():
                if entry.date < paper.issued and entry.event != CORRECT:
                    message = f"{row.ref} 在 {entry.date} 就有“{entry.event}”，这份单 {paper.issued} 才签发"
                    related = ((paper.issue_spot("date"), "签发日期"),)
                    hint = "改正写错的那个日期；已经入库的，用 更正 作废后另记"
                    yield Finding(row.entry_spot(entry, "date"), message, hint, related)


RULE = Rule(
    code="S125",
    name="answered-before-issue",
    severity=Severity.ERROR,
    what="单据的一行在签发以前就有了回复、验收、退回、异议或复核。",
    why="单还没有签发，谁也没有收到，不可能答复。日期写错，回复是否及时、异议是否在期限内、是否已经撤销，就都算错了。",
    example=(
        "log:\n"
        "  - date: 2017-05-31\n"
        "    event: 签发\n"
        "    by: 市委改革办\n"
        "rows:\n"
        "  - id: 1\n"
        "    subject: zb-2017-06/3\n"
        "    log:\n"
        "      - date: 2017-05-06     # 应为 2017-06-05\n"
        "        event: 回复\n"
        "        by: 市农业局"
    ),
    fix="核对签发和答复的日期，改正写错的；已经入库（合并）的记录用 更正 作废，再另记一条对的。",
    check=_check,
)
