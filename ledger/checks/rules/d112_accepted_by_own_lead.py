"""D112."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity, Spot
from ledger.base.text import quoted
from ledger.checks.history.comparison import Comparison
from ledger.checks.history.new_entries import NewEntry, new_entries
from ledger.checks.items import Items, PlacedItem
from ledger.checks.logs import number_of
from ledger.checks.rule import Finding, Rule
from ledger.measures.comparing.things import ITEM, ROW
from ledger.measures.replay import replay
from ledger.model.entries import Entry
from ledger.model.ledger import Ledger
from ledger.model.slips import ROW_EVENTS
from ledger.model.walks import counted

ACCEPTED, CLAIMED = "核验通过", "完成"
ROW_ACCEPTED = "验收"


def _compare(comparison: Comparison) -> Iterator[Finding]:
    ledger = comparison.after
    items = Items(ledger)
    for new in new_entries(comparison, ITEM, ROW):
        if new.thing == ITEM and new.entry.event == ACCEPTED:
            placed = items.find(new.subject)
            yield from _of_item(new, placed, ledger) if placed else ()
        elif new.thing == ROW and new.entry.event == ROW_ACCEPTED:
            yield from _of_row(new, ledger)


def _of_item(new: NewEntry, placed: PlacedItem, ledger: Ledger) -> Iterator[Finding]:
    day, by = new.entry.date, new.entry.by
    if by is None:
        return
    unit = ledger.units.current(by, day)
    current = ledger.units.current
    history = replay(placed.item, placed.plan.lead, day, lambda name: current(name, day), current)
    claim: Entry | None = None
    for step in history.steps:
        if step.entry is new.entry:
            break
        claim = step.entry if step.counted and step.entry.event == CLAIMED else claim
    else:  # made void, or it never counted
        return
    claimant = ledger.units.current(claim.by, day) if claim and claim.by else None
    if claim is None or unit not in {claimant, *history.leads}:
        return
    what = "牵头单位" if unit in history.leads else "报完成的单位"
    message = f"{placed.ref} 的 核验通过 由{quoted(unit)}自己作出，它就是{what}"
    spot = placed.spot("log", number_of(claim, placed.item.log))
    yield Finding(new.at("by"), message, "由改革办或其他没有承办的单位核验", ((spot, "核验的是这次完成"),))


def _of_row(new: NewEntry, ledger: Ledger) -> Iterator[Finding]:
    by, day = new.entry.by, new.entry.date
    slip = next((s for s in ledger.slips if s.id == new.subject.partition("/")[0]), None)
    if slip is None or by is None or ledger.units.current(by, day) != ledger.units.current(slip.unit, day):
        return
    facts = (e for row in slip.rows for e in counted(ROW_EVENTS, row.log, date.max))
    if not any(e is new.entry for e in facts):  # made void, or it never counted
        return
    message = f"{new.subject} 的 验收 由主送单位{quoted(ledger.units.current(by, day))}自己作出"
    spot = Spot(ledger.paths["slip", slip.id], ("unit",))
    yield Finding(new.at("by"), message, "由签发单位验收", ((spot, "主送单位"),))


RULE = Rule(
    code="D112",
    name="accepted-by-own-lead",
    severity=Severity.ERROR,
    what="新记的 核验通过 由牵头单位或报完成的单位自己作出；或单据的 验收 由主送单位自己作出。",
    why="自己报完成、自己核验，等于没有核验。单位改名、撤并前后是同一个单位，换个名称也不行。",
    example=(
        "- date: 2017-06-22\n"
        "  event: 完成\n"
        "  evidence: [{number: 云政办发〔2017〕31号}]\n"
        "- date: 2017-06-30\n"
        "  event: 核验通过\n"
        "  by: 市发展改革委          # 它就是牵头单位"
    ),
    fix="by 写实际核验的单位，如改革办。改革办自己牵头的事项，请深改组或别的单位核验。",
    compare=_compare,
)
