"""S112."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity
from ledger.checks.items import Items, PlacedItem, as_it_reads
from ledger.checks.logs import number_of
from ledger.checks.papers import PlacedRow, standing_rows
from ledger.checks.rule import Finding, Rule
from ledger.checks.rungs import opens_cycle
from ledger.measures.limits import effective_due, open_nodes
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    items = Items(ledger)
    by_item: dict[str, dict[str, PlacedRow]] = {}
    for row in standing_rows(ledger):
        if row.slip.track == "item":
            by_item.setdefault(row.row.subject, {})[row.slip.id] = row
    for subject, rows in by_item.items():
        placed = items.find(subject)
        if placed is not None and any(opens_cycle(e.event, e.result) for e in placed.item.log):
            yield from _of_item(placed, sorted(rows.values(), key=lambda r: r.slip.as_of))


def _of_item(placed: PlacedItem, rows: list[PlacedRow]) -> Iterator[Finding]:
    steps = replay(placed.item, placed.plan.lead, date.max).steps
    openings = [s.entry for s in steps if s.counted and opens_cycle(s.entry.event, s.entry.result)]
    moved: dict[tuple[int, bool], list[PlacedRow]] = {}
    for row in rows:
        opening = next((e for e in reversed(openings) if e.date <= row.slip.as_of), None)
        if opening is None:
            continue
        late = opening.recorded is not None and opening.recorded > row.paper.issued
        if late or _judged_before(row, placed):
            moved.setdefault((number_of(opening, placed.item.log), late), []).append(row)
    for (n, late), under in moved.items():
        yield _finding(placed, n, placed.item.log[n], under, late=late)


def _judged_before(row: PlacedRow, placed: PlacedItem) -> bool:
    """An order is sent once the deadline is past; where the cycle had one that was not, it was sent in the last cycle.

    Unless somebody decided to skip rungs. Pauses and nodes reached are left out: a node that was reached, or a pause
    that was granted, may have come to be known after the paper, and moves no cycle.
    """
    if row.slip.rung == 1 or row.row.direct_entry_by is not None:
        return False
    item, day = as_it_reads(placed.item), row.slip.as_of
    history = replace(replay(item, placed.plan.lead, day), pauses=[], reached={})
    due = effective_due(history, day)
    return due is not None and all(d >= day for d in (due, *(n.due for n in open_nodes(history, item, day))))


def _finding(placed: PlacedItem, number: int, entry: Entry, rows: list[PlacedRow], *, late: bool) -> Finding:
    ids, last = "、".join(row.slip.id for row in rows), rows[-1].slip.as_of
    message = f"{entry.date} 的“{entry.event}”"
    if late:
        message += f"在 {entry.recorded} 才补记，{ids} 已按原来的一轮判定并签发"
    else:
        message += f"开始新的一轮，到 {last} 没有逾期，{ids} 不是按这一轮判定的"
    hint = f"作废 {ids}；或用 更正 作废这条，从判定日的次日（{days_after(last, 1)}）起另记"
    related = tuple((row.paper.issue_spot("date"), f"{row.slip.id} 的签发") for row in rows)
    return Finding(placed.spot("log", number, "recorded" if late else "date"), message, hint, related)


RULE = Rule(
    code="S112",
    name="cycle-moved-under-slip",
    severity=Severity.ERROR,
    what=(
        "批准延期或回头看（反弹）的日期在一份单据的判定日以前，却在这份单据签发以后才补记；"
        "或者没有写补记，但按它算，判定日还没有逾期，不该发交办单以上的单。"
    ),
    why=(
        "延期和反弹开始新的一轮。事后补记，会把已经发出的单据挪到新的一轮里去，级次从那里重新算起，"
        "发过的单像没有发过一样。延期批准了却没有及时记下，不能抹掉已经发出的单。"
    ),
    example=(
        "# JB-2017-004：as_of: 2017-05-31，6月1日签发\n"
        "- date: 2017-05-20\n"
        "  recorded: 2017-06-15    # 签发以后才补记\n"
        "  event: 批准延期\n"
        "  until: 2017-09-30\n"
        "  by: 市委深改组"
    ),
    fix="单据不该发的，作废；该发的，用 更正 作废这条记录，另从判定日的次日起记，在 note 里写明实际批准的日期。",
    check=_check,
)
