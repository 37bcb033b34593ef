"""G118."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from ledger.base.diagnostics import Severity
from ledger.checks.inspections import inspections
from ledger.checks.rule import Finding, Rule
from ledger.measures.holdings import Holding
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    known = sorted(inspections(ledger), key=lambda h: (h.record.date, h.ref))
    for earlier, later in combinations(known, 2):
        if later.record.date > (earlier.record.until or earlier.record.date):
            continue
        there = {ledger.units.current(name, earlier.record.date) for name in earlier.record.targets}
        yield from _shared(ledger, there, earlier, later)


def _shared(ledger: Ledger, there: set[str], earlier: Holding, later: Holding) -> Iterator[Finding]:
    for n, name in enumerate(later.record.targets):
        if ledger.units.current(name, later.record.date) in there:
            message = f"“{name}”在同一时间由 {earlier.ref} 和 {later.ref} 两次督察"
            spot = (earlier.spot("date"), f"{earlier.ref} 的日期")
            yield Finding(later.spot("targets", n), message, "能合并的合并，或者错开日期", related=(spot,))


RULE = Rule(
    code="G118",
    name="inspected-twice",
    severity=Severity.NOTE,
    what="同一个单位在同一时间由两次督察督察。",
    why="督察的频次要从严控制，不得重复督察、多头督察；两组人同时进一个单位，基层只能忙着迎检。",
    example="id: dc-2017-06\ndate: 2017-09-11\nuntil: 2017-09-22\ntargets: [松屏县]      # dc-2017-05 同时也在松屏县",
    fix="安排在前的，合并或错开；已经做过的，事实不改，不必理会。",
    check=_check,
)
