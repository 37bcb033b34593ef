"""G105."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import in_chinese
from ledger.base.diagnostics import Severity
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import holdings
from ledger.model.forms import field_of
from ledger.model.ledger import Ledger
from ledger.model.register import since


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    if ledger.settings.as_of is not None:  # P134 says that
        return
    for holding in holdings(ledger):
        begins = since(holding.type, holding.record)
        if begins is not None and begins > day:
            field = field_of(holding.type.record, holding.type.dated)
            message = (
                f"{holding.ref} 的{field.title}{in_chinese(begins)}还没有到，那天以前不在清单和任何数字里"
            )
            yield Finding(holding.spot(field.key), message, "日期写错的改正；确是以后的，不用改")


RULE = Rule(
    code="G105",
    name="thing-to-come",
    severity=Severity.NOTE,
    what="登记簿里一件事的日期还没有到。",
    why="到那天以前，清单、逾期和月报里都没有它。先登记的会议、试点可以这样写；年份写错的，就一直找不到。",
    example="meetings:\n  - id: HY-2017-05\n    date: 2071-09-29        # 应为 2017 年",
    fix="日期写错的改正。确是以后的事，不用改，到那天自然列入。",
    check=_check,
)
