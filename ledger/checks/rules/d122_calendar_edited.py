"""D122."""

from collections.abc import Iterator

from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import finding
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import CALENDAR

_HINT = "核对国务院办公厅的放假通知；确须改的，看已签发的单里按工作日数的期限有没有受影响"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    edited: dict[str, Change] = {}
    for change in comparison.of(Kind.EDITED, CALENDAR):
        edited.setdefault(change.subject, change)
    for year, change in edited.items():
        yield finding(change, f"{year} 年已入库的放假安排被改动，按工作日数的期限跟着变", _HINT)
    for change in comparison.of(Kind.REMOVED, CALENDAR):
        message = f"{change.subject} 年已入库的放假安排被删去，按工作日数的期限跟着变"
        yield finding(change, message, _HINT)


RULE = Rule(
    code="D122",
    name="calendar-edited",
    severity=Severity.WARNING,
    what="calendar.yaml 里已经入库的一年，放假或调休的日子被改动或删去。",
    why="回复、办结、核验的期限按工作日数。放假安排一改，已经算过的期限、逾期天数和该发的单都可能变。",
    example=("years:\n  - year: 2027\n    holidays: [2027-01-01, 2027-02-05]   # 入库时没有 2027-02-05"),
    fix="按放假通知核对。原来录错的，改正后说明依据（source），并重看当年签发的单；不是录错的，恢复原文。",
    compare=_compare,
)
