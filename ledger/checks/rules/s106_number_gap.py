"""S106."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.numbers import unread
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.numbers import Numbered, read_id


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    paths = {slip.id: ledger.paths["slip", slip.id] for slip in ledger.slips}
    ids = [*paths, *(path.stem for path in unread(ledger))] if paths else []
    taken = {number: identifier for identifier in reversed(ids) if (number := read_id(identifier))}
    for before, after in pairwise(sorted(taken)):
        missing = after.number - before.number - 1
        path = paths.get(taken[after])
        if before[:2] == after[:2] and missing and path:
            message = f"{before.id} 与 {after.id} 之间缺 {_names(before, missing)}"
            yield Finding(Spot(path, ("id",)), message, "找回漏入库的单据；发出后收回的，补入库并记 作废")


def _names(before: Numbered, missing: int) -> str:
    named = [before._replace(number=before.number + n).id for n in range(1, min(missing, NAMED) + 1)]
    return "、".join(named) + (f" 等 {missing} 个号" if missing > NAMED else "")


NAMED = 5
"""So many missing numbers are said one by one."""


RULE = Rule(
    code="S106",
    name="number-gap",
    severity=Severity.WARNING,
    what="同一种类、同一年度的单据编号中间有缺号。作废的单据仍在册，不算缺号。",
    why="编号连续，才能证明单据都在册。缺号多半是有一份没有入库，或作废后把文件删了，件数就与实发的对不上。",
    example="slips/2017/TS-2017-024.yaml\nslips/2017/TS-2017-026.yaml   # 缺 TS-2017-025",
    fix="没有入库的补入库；发出后收回的，留着文件，记 作废；编号写错的，改成连续的号。",
    check=_check,
)
