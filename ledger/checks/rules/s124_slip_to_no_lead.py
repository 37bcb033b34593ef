"""S124."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from ledger.base.diagnostics import Severity
from ledger.checks.items import Items, PlacedItem
from ledger.checks.names import has_register
from ledger.checks.papers import PlacedRow, standing_rows
from ledger.checks.rule import Finding, Rule
from ledger.measures.replay import replay
from ledger.model.events import CORRECT
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    items = Items(ledger)
    documents = {d.id: tuple(n for n in (d.group, *d.lead) if n) for d in ledger.upstream}
    for row in standing_rows(ledger):
        subject, as_of = row.row.subject, row.slip.as_of
        current = partial(ledger.units.current, day=as_of)
        if row.slip.track == "docking":
            names = documents.get(subject, ())
        else:
            placed = items.find(subject)
            names = _leads(placed, as_of, current) if placed else ()
        leads = dict.fromkeys(map(current, names))
        unknown = has_register(ledger) and ledger.units.find(row.slip.unit) is None  # P103
        if leads and current(row.slip.unit) not in leads and not unknown:
            yield _finding(row, "、".join(leads), moved=_moved(items.find(subject), as_of))


def _leads(placed: PlacedItem, day: date, unit: Callable[[str], str]) -> tuple[str, ...]:
    """Who led on the day the case was judged; a log is replayed only where it may have moved that."""
    if any(e.event in {"移交", CORRECT} for e in placed.item.log):
        return replay(placed.item, placed.plan.lead, day, unit).leads
    return placed.item.lead or placed.plan.lead


def _moved(placed: PlacedItem | None, day: date) -> bool:
    """The ledger has the transfer already: there is none to add."""
    return placed is not None and any(e.event == "移交" and e.date <= day for e in placed.item.log)


def _finding(row: PlacedRow, leads: str, *, moved: bool) -> Finding:
    kind = "专项小组或牵头单位" if row.slip.track == "docking" else "牵头单位"
    message = f"主送单位{row.slip.unit}在 {row.slip.as_of} 不是 {row.row.subject} 的{kind}（{leads}）"
    hint = "发错单位的作废后重发；事项已移交的，补记 移交"
    if moved:
        hint = f"判定日以前已记移交：作废 {row.slip.id}，由 ledger escalate 重发；移交日期记早了的，用 更正 作废移交，另记"
    return Finding(row.spot("subject"), message, hint, ((row.paper.spot("unit"), "主送单位"),))


RULE = Rule(
    code="S124",
    name="slip-to-no-lead",
    severity=Severity.WARNING,
    what="主送单位在判定日不是这个事项的牵头单位，也不是这份上级文件的专项小组或牵头单位。",
    why="单发给了不牵头的单位，牵头单位名下就像没有发过：级次重新算，期限也压不到该办的单位。",
    example="unit: 市财政局\nrows:\n  - id: 1\n    subject: zb-2017-06/3   # 牵头的是市农业局",
    fix="发错单位的，作废后重发；牵头单位已经变更的，在事项里补记 移交；配合单位只抄送，不主送。",
    check=_check,
)
