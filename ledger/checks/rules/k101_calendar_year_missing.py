"""K101."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity, Spot
from ledger.checks.logs import entries
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    paths = ledger.paths
    path = paths.get(("calendar", "")) or paths.get(("ledger", "")) or "ledger.yaml"
    first: dict[int, Spot | None] = {}
    for spot, when in _days(ledger):
        first.setdefault(when.year, spot)
    for when in (day, days_after(day, 31)):
        first.setdefault(when.year, None)
    for year, use in sorted(first.items()):
        if not ledger.calendar.covers(year):
            hint = f"在 plans/calendar.yaml 的 years 里加上：- year: {year}，写 holidays 和 workdays"
            related = ((use, "第一次用到"),) if use else ()
            yield Finding(Spot(path), f"没有 {year} 年的放假安排，工作日按周一至周五估算", hint, related)


def _days(ledger: Ledger) -> Iterator[tuple[Spot, date]]:
    known: set[int] = set()
    for log, n, entry in entries(ledger):
        if entry.date.year not in known:
            known.add(entry.date.year)
            yield log.spot(n, "date"), entry.date
    for slip in ledger.slips:
        path = ledger.paths["slip", slip.id]
        yield Spot(path, ("as_of",)), slip.as_of
        yield Spot(path, ("reply_due",)), slip.reply_due
        for n, row in enumerate(slip.rows):
            if row.limit is not None:
                yield Spot(path, ("rows", n, "limit")), row.limit


RULE = Rule(
    code="K101",
    name="calendar-year-missing",
    severity=Severity.WARNING,
    what="台账里有日期落在没有放假安排的年份。",
    why="回复、办结、核验的期限按工作日算。没有放假安排的年份只能按周一至周五估算，期限可能差几天。",
    example=(
        "# plans/calendar.yaml\n"
        "years:\n"
        "  - year: 2027\n"
        "    source: 国办发明电〔2026〕X号\n"
        "    holidays: [2027-01-01]\n"
        "    workdays: []"
    ),
    fix="国务院办公厅公布放假通知后，把该年写进 plans/calendar.yaml；年份写错的改正。",
    check=_check,
)
