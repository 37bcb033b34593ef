"""D120."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.new_entries import NewEntry, new_entries
from ledger.checks.history.then_and_now import entry_name
from ledger.checks.items import Items, PlacedItem
from ledger.checks.papers import PlacedRow, standing_rows
from ledger.checks.rule import Finding, Rule
from ledger.checks.rungs import opens_cycle
from ledger.measures.comparing.things import ITEM
from ledger.measures.replay import replay


def _compare(comparison: Comparison) -> Iterator[Finding]:
    openings = [
        new for new in new_entries(comparison, ITEM) if opens_cycle(new.entry.event, new.entry.result)
    ]
    if not openings:
        return
    rows, items = _landed_rows(comparison), Items(comparison.after)
    for new in openings:
        placed = items.find(new.subject)
        under = [row for row in rows.get(new.subject, ()) if placed and _is_moved(row, new, placed)]
        if under:
            yield _finding(new, under)


def _landed_rows(comparison: Comparison) -> dict[str, list[PlacedRow]]:
    """Rows that pressed somebody in the old version and do in the new one, by item."""
    standing = {row.ref for row in standing_rows(comparison.after)}
    found: dict[str, list[PlacedRow]] = {}
    for row in standing_rows(comparison.before):
        if row.slip.track == "item" and row.ref in standing:
            found.setdefault(row.row.subject, []).append(row)
    return found


def _is_moved(row: PlacedRow, new: NewEntry, placed: PlacedItem) -> bool:
    """Whether the cycle on the day the paper was judged begins with this entry; recorded later, S112 says so."""
    if new.entry.recorded is not None and new.entry.recorded > row.paper.issued:
        return False
    steps = replay(placed.item, placed.plan.lead, date.max).steps
    opened = [s.entry for s in steps if s.counted and opens_cycle(s.entry.event, s.entry.result)]
    by_then = [entry for entry in opened if entry.date <= row.slip.as_of]
    return bool(by_then) and by_then[-1] is new.entry


def _finding(new: NewEntry, under: list[PlacedRow]) -> Finding:
    ids = "、".join(dict.fromkeys(row.slip.id for row in under))
    last = max(row.slip.as_of for row in under)
    message = f"{new.subject} 新记的 {entry_name(new.entry)}开始新的一轮，已入库的 {ids} 会被挪到这一轮里"
    hint = f"改从判定日的次日（{days_after(last, 1)}）起记，实际日期写在 note 里；或先作废 {ids}"
    was = tuple((row.paper.issue_spot("date"), f"{row.slip.id} 的签发") for row in under)
    return Finding(new.at("date"), message, hint, was=was)


RULE = Rule(
    code="D120",
    name="cycle-moved-under-landed-paper",
    severity=Severity.ERROR,
    what="新记的 批准延期 或 回头看（反弹），日期在一份早已入库的单据的判定日以前（含当日），又没有如实写补记。",
    why=(
        "延期和反弹开始新的一轮，级次重新算起。单据是按原来的一轮判定、已经送出的，"
        "倒着记一条，就像没有发过一样。写了 recorded、在签发以后补记的，由 S112 指出。"
    ),
    example=(
        "# JB-2017-004 已入库，as_of: 2017-05-31\n"
        "- date: 2017-05-20          # 现在才记，没有 recorded\n"
        "  event: 批准延期\n"
        "  until: 2017-09-30\n"
        "  by: 市委深改组"
    ),
    fix="单据该发的，从判定日的次日起记，在 note 里写明实际批准的日期；不该发的，先在单据的 log 里记 作废。",
    compare=_compare,
)
