"""S115."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.papers import PlacedSlip, standing_slips
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for paper in standing_slips(ledger):
        for what, spot, limit in _limits(paper):
            if limit < paper.issued:
                message = f"{what} {limit} 早于签发日期 {paper.issued}"
                related = ((paper.issue_spot("date"), "签发日期"),)
                yield Finding(spot, message, "改正写错的那个日期；期限从签发之日起算", related)


def _limits(paper: PlacedSlip) -> Iterator[tuple[str, Spot, date]]:
    yield "回复期限", paper.spot("reply_due"), paper.slip.reply_due
    if paper.slip.rung == 1:  # a prompt keeps the limit of its item, whatever that is
        return
    for row in paper.rows():
        if row.row.limit is not None:
            yield "办结期限", row.spot("limit"), row.row.limit


RULE = Rule(
    code="S115",
    name="limit-before-issue",
    severity=Severity.ERROR,
    what="单据的回复期限，或交办单、催办单、责令书某一行的办结期限，早于签发日期。",
    why="收到单时期限已过，谁也办不到；而程序看期限一过就提请发上一级，单位会因为一个写错的日期被催办、责令。",
    example="reply_due: 2017-06-05\nlog:\n  - date: 2017-06-30       # 回复期限在签发以前\n    event: 签发\n    by: 市委改革办",
    fix="核对签发日期和期限，改正写错的；期限确实定错而单已送达的，作废后重发。",
    check=_check,
)
