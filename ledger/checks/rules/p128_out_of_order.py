"""P128."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ledger.base.diagnostics import Severity
from ledger.checks.items import courses, placed_items
from ledger.checks.logs import Log, other_logs, standing
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for log in _doubtful(ledger):
        known = standing(log.entries)
        for (above, earlier), (n, entry) in pairwise(known):
            if entry.date < earlier.date and entry.recorded is None:
                message = f"{entry.date} 的“{entry.event}”排在 {earlier.date} 之后，没有写 recorded"
                related = ((log.spot(above, "date"), "上一条记录"),)
                yield Finding(log.spot(n, "date"), message, "补记的写 recorded: 写下的日期", related)


def _doubtful(ledger: Ledger) -> Iterator[Log]:
    placed = placed_items(ledger)
    for course in courses(ledger):
        yield from (placed[n].told for n in course.numbers if not course.straight)
    yield from other_logs(ledger)


RULE = Rule(
    code="P128",
    name="out-of-order",
    severity=Severity.ERROR,
    what="记录的日期早于上一条，却没有写补记日期（recorded）。",
    why="记录按写下的先后排列。补记不注明哪天写下，就分不清是当时知道的，还是事后添上的。",
    example=(
        "- date: 2017-05-10\n"
        "  event: 进展\n"
        "- date: 2017-04-05        # 早于上一条，缺 recorded\n"
        "  event: 进展"
    ),
    fix="事后补记的写 recorded: 写下的那一天；日期写错的改正；还没有入库的，可以调整先后。",
    check=_check,
)
