"""``ledger pack``: the workbook that each lead gets for a month, pre-filled from the ledger, three columns to fill."""

from dataclasses import dataclass
from datetime import date

from ledger.base.text import shorten
from ledger.loading.returns.sent import (
    LOCKED,
    NOTE,
    OPEN,
    STATES,
    Sent,
    SentRow,
    properties_of,
)
from ledger.measures.duties import duties, owed
from ledger.measures.holdings import holdings
from ledger.measures.standing import Standing, standings
from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.facts import facts
from ledger.model.items import STATE_WORDS
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Tone, cells
from ledger.reports.logs import details
from ledger.reports.words import due_text
from ledger.reports.workbook import Holds, SheetColumn, SheetPage, Workbook

_LONGEST = 1000
_WIDTHS = dict(zip((*LOCKED, *OPEN), (14, 24, 20, 14, 28, 9, 10, 34, 20), strict=True))
_HINT = f"从下拉列表里选：{'、'.join(STATES)}"
_NOTES = (
    f"请填右边三列：{'、'.join(OPEN)}。其余各列由台账算出，已经锁定；有出入的请告知{{office}}，不要改在表里。",
    "没有进展的选“无进展”，原因写在进展情况里；选“有进展”要写做了什么；选“已完成”要写佐证文号，几份用顿号隔开。",
    "文件可以改名；不要增删行列，不要复制到别的表里再报。本表按 {day} 的台账填写。",
)


@dataclass(frozen=True, slots=True)
class Pack:
    """What one unit gets; ``items`` are in the order of the sheet's rows, ``owed`` is what registers ask of it beside them."""

    sent: Sent
    items: tuple[Standing, ...]
    owed: tuple[Duty, ...] = ()

    @property
    def overdue(self) -> int:
        return sum(s.overdue for s in self.items)


def packs(ledger: Ledger, month: str, day: date) -> list[Pack]:
    """Every unit that leads an open item on ``day``, in the order of the register; an item with two leads goes to both."""
    led: dict[str, list[Standing]] = {}
    judged = list(standings(ledger, day))
    for standing in judged:
        for lead in standing.leads if standing.is_open else ():
            led.setdefault(lead, []).append(standing)
    units = tuple(sorted(led, key=ledger.units.order))
    name = ledger.settings.name
    asked, held = dict[str, list[Duty]](), {holding.ref for holding in holdings(ledger)}
    for duty in owed(duties(ledger, day, judged)):
        if duty.ref in held:
            asked.setdefault(duty.unit, []).append(duty)
    return [
        Pack(
            Sent(name, month, day, unit, units, tuple(_row(s) for s in led[unit])),
            tuple(led[unit]),
            tuple(asked.get(unit, ())),
        )
        for unit in units
    ]


def _row(standing: Standing) -> SentRow:
    log = standing.item.log
    shown = tuple(cell.text for cell in _shown(standing))
    return SentRow(shown, len(log), entry_words(log[-1]) if log else "")


def entry_words(entry: Entry) -> str:
    """One entry in a line, to be recognised and read: 2017-10-12 进展 征求意见稿已印发."""
    return shorten(f"{entry.date} {entry.event} {details(entry)}".strip(), _LONGEST)


def last_report(standing: Standing) -> str:
    """What the log last told in words, with its day; nothing when it never did."""
    told = [e for e in facts(standing.item.log, standing.day) if e.note and e.event in _REPORTS]
    return shorten(f"{told[-1].date} {told[-1].note}", _LONGEST) if told else ""


_REPORTS = frozenset({"启动", "进展", "节点完成"})


def _shown(standing: Standing) -> tuple[Cell, ...]:
    node, days = standing.node, standing.overdue_days
    # a spreadsheet breaks lines within a date
    due = due_text(standing).replace("（", "\n（") + (f"\n节点 {node.id} {node.written}" if node else "")
    return cells(
        standing.ref,
        standing.title,
        due,
        STATE_WORDS[standing.history.state],
        last_report(standing),
        Cell(str(days), Tone.BAD) if days else "",
    )


def workbook(pack: Pack, office: str) -> Workbook:
    """The sheet to be filled, with what it was when it went out; ``office`` is who answers questions."""
    sent = pack.sent
    year, month = sent.month.split("-")
    title = f"{year}年{int(month)}月改革事项进展报送表（{sent.unit}）"
    notes = [note.format(office=office or "督办单位", day=sent.day) for note in _NOTES]
    blank = cells("", "", "")
    rows = tuple((*_shown(s), *blank) for s in pack.items)
    sheet = SheetPage("报送表", _columns(), rows, title=title, notes=tuple(notes))
    more = (_owed_page(pack, office),) if pack.owed else ()
    return Workbook(title, (sheet, *more), locked=True, properties=properties_of(sent))


def _owed_page(pack: Pack, office: str) -> SheetPage:
    """For the unit to know: nothing is filled in here, and ``collect`` passes over it."""
    rows = (
        (duty.ref, duty.what, duty.title, duty.due, duty.overdue_days(pack.sent.day) or "")
        for duty in pack.owed
    )
    heads = (("编号", 16), ("应办", 24), ("名称", 40), ("期限", 12), ("逾期天数", 10))
    return SheetPage(
        "登记簿待办",
        tuple(SheetColumn(head, wide) for head, wide in heads),
        tuple(cells(*row) for row in rows),
        title=f"督察问题、试点、认领等登记簿里{pack.sent.unit}的待办",
        notes=(f"本页只供对照，不用填；办了的，把文号告知{office or '督办单位'}。",),
    )


def _columns() -> tuple[SheetColumn, ...]:
    locked = [
        SheetColumn(head, _WIDTHS[head], Holds.NUMBER if head == "逾期天数" else Holds.TEXT)
        for head in LOCKED
    ]
    state, note, evidence = OPEN
    return (
        *locked,
        SheetColumn(state, _WIDTHS[state], open=True, choices=STATES, hint=_HINT),
        SheetColumn(note, _WIDTHS[NOTE], open=True),
        SheetColumn(evidence, _WIDTHS[evidence], open=True),
    )
