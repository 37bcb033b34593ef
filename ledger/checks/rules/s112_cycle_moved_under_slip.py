"""S112."""

from collections.abc import Iterator
from datetime import date

from ledger.base.days import days_after
from ledger.base.diagnostics import Severity
from ledger.checks.items import Items, PlacedItem
from ledger.checks.logs import number_of
from ledger.checks.papers import PlacedSlip, standing_rows
from ledger.checks.rule import Finding, Rule
from ledger.checks.rungs import opens_cycle
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    items = Items(ledger)
    by_item: dict[str, dict[str, PlacedSlip]] = {}
    for row in standing_rows(ledger):
        if row.slip.track == "item":
            by_item.setdefault(row.row.subject, {})[row.slip.id] = row.paper
    for subject, papers in by_item.items():
        placed = items.find(subject)
        if placed is not None and any(e.recorded and opens_cycle(e) for e in placed.item.log):
            yield from _of_item(placed, sorted(papers.values(), key=lambda p: p.slip.as_of))


def _of_item(placed: PlacedItem, papers: list[PlacedSlip]) -> Iterator[Finding]:
    steps = replay(placed.item, placed.plan.lead, date.max).steps
    openings = [s.entry for s in steps if s.counted and opens_cycle(s.entry)]
    moved: dict[int, list[PlacedSlip]] = {}
    for paper in papers:
        opening = next((e for e in reversed(openings) if e.date <= paper.slip.as_of), None)
        if opening is not None and opening.recorded is not None and opening.recorded > paper.issued:
            moved.setdefault(number_of(opening, placed.item.log), []).append(paper)
    for n, under in moved.items():
        yield _finding(placed, n, placed.item.log[n], under)


def _finding(placed: PlacedItem, number: int, entry: Entry, papers: list[PlacedSlip]) -> Finding:
    ids = "、".join(paper.slip.id for paper in papers)
    message = f"{entry.date} 的“{entry.event}”在 {entry.recorded} 才补记，{ids} 已按原来的一轮判定并签发"
    after = days_after(max(paper.slip.as_of for paper in papers), 1)
    hint = f"作废 {ids}；或用 更正 作废这条，从判定日的次日（{after}）起另记"
    related = tuple((paper.issue_spot("date"), f"{paper.slip.id} 的签发") for paper in papers)
    return Finding(placed.spot("log", number, "recorded"), message, hint, related)


RULE = Rule(
    code="S112",
    name="cycle-moved-under-slip",
    severity=Severity.ERROR,
    what="批准延期或回头看（反弹）的日期在一份单据的判定日以前，却在这份单据签发以后才补记。",
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
