"""K102."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    path = ledger.paths.get(("calendar", ""), "")
    for n, (year, rest) in enumerate(ledger.calendar.extra.items()):
        for key, days in (("holidays", rest.holidays), ("workdays", rest.workdays)):
            for day in sorted(d for d in days if d.year != year):
                spot = Spot(path, ("years", n, key), key=True)
                yield Finding(spot, f"{day} 写在了 {year} 年下面", f"移到 {day.year} 年，或改正日期")


RULE = Rule(
    code="K102",
    name="calendar-wrong-year",
    severity=Severity.ERROR,
    what="calendar.yaml 把一天写在了别的年份下面。",
    why="程序按年份查放假安排；写错年份的那一天不会被查到，期限就会算错。",
    example="years:\n  - year: 2027\n    holidays: [2026-12-31]  # 不是 2027 年",
    fix="移到它所在的年份下；日期写错的改正。",
    check=_check,
)
