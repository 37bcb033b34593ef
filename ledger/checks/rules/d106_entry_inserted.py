"""D106."""

from collections.abc import Iterator
from itertools import count

from ledger.base.diagnostics import Severity, Spot
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.then_and_now import entry_name, finding
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import LOGGED


def _compare(comparison: Comparison) -> Iterator[Finding]:
    inserted = list(comparison.of(Kind.ENTRY_INSERTED, *LOGGED))
    new = {(change.thing, change.subject, change.number) for change in inserted}
    for change in inserted:
        message = f"{change.subject} 的新记录 {entry_name(change.after)}插在已入库的记录前面"
        hint = "移到 log 最后；日期早于上一条的，写 recorded（补记日期）"
        landed = (_landed(change, new), "这一条已经入库")
        yield Finding(change.spot, message, hint, related=(landed,))
    for change in comparison.of(Kind.ENTRY_MOVED, *LOGGED):
        message = f"{change.subject} 已入库的记录 {entry_name(change.after)}换了位置"
        yield finding(change, message, "恢复原来的先后；新记录写在最后")


def _landed(change: Change, new: set[tuple[str, str, int | None]]) -> Spot:
    """The entry that had landed, before which this one was put."""
    *log, number = change.spot.pointer
    numbers = (n for n in count(int(number) + 1) if (change.thing, change.subject, n) not in new)
    return Spot(change.spot.path, (*log, next(numbers)))


RULE = Rule(
    code="D106",
    name="entry-inserted",
    severity=Severity.ERROR,
    what="新记录插在已经入库的记录前面，或已经入库的记录换了先后。",
    why=(
        "log 的先后就是记下的先后。插在前面，看上去像当时就记了：逾期以后补的延期、发单以后补的完成，"
        "都混在旧记录里看不出来。同一天的几条记录，先后不同，结果也不同。"
    ),
    example=(
        "log:\n"
        "  - date: 2017-05-20\n"
        "    event: 批准延期         # 新写的，插在下一条前面\n"
        "    until: 2017-09-30\n"
        "    by: 市委深改组\n"
        "  - date: 2017-06-22\n"
        "    event: 进展             # 早已入库"
    ),
    fix="移到 log 最后。事情发生在上一条记录以前的，date 照写那一天，另写 recorded：补记的日期。",
    compare=_compare,
)
