"""A row that a unit filled in, beside its item as the ledger holds it now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.actions.evidence import names
from ledger.base.text import first_of, quoted
from ledger.loading.returns.returned import Filled
from ledger.loading.returns.sent import DONE, MOVED, STARTED, Sent
from ledger.loading.returns.sheet_form import plain
from ledger.measures.standing import Standing
from ledger.model.entries import Entry
from ledger.model.units import Units
from ledger.reports.packs import entry_words

START, PROGRESS, COMPLETE = "启动", "进展", "完成"
_MEANT = {STARTED: {START, PROGRESS}, MOVED: {PROGRESS}, DONE: {COMPLETE}, "": {START, PROGRESS, COMPLETE}}


@dataclass(frozen=True, slots=True)
class Case:
    """A filled row beside its item.

    ``standing`` is on the day under which it would be recorded; ``day_given``: somebody said so, it is no default.
    """

    sent: Sent
    filled: Filled
    standing: Standing
    units: Units
    day_given: bool

    @property
    def day(self) -> date:
        return self.standing.day

    @property
    def unit(self) -> str:
        """What the unit is called on that day."""
        return self.units.current(self.sent.unit, self.day)

    @property
    def log(self) -> Sequence[Entry]:
        return self.standing.item.log

    @property
    def since(self) -> Sequence[Entry]:
        """What was recorded after the workbook went out."""
        return self.log[self.filled.sent.entries :]


def says(entry: Entry, case: Case) -> bool:
    """Whether the ledger says by this entry at least what the row says."""
    filled = case.filled
    return (
        entry.event in _MEANT.get(filled.state, ())
        and (entry.by is None or case.units.current(entry.by, case.day) == case.unit)
        and plain(filled.note) in {"", plain(entry.note or "")}
        and set(map(plain, names(filled.evidence))) <= {plain(e.name) for e in entry.evidence}
    )


def moved_on(case: Case) -> str:
    """What the log got since, but for what another lead of the item told of its own part; nothing where it is as it was."""
    sent, log = case.filled.sent, case.log
    before = entry_words(log[sent.entries - 1]) if 0 < sent.entries <= len(log) else ""
    if plain(before) != plain(sent.last):
        return f"库里这一项的记录被改过（发出时最后一条是{quoted(sent.last or '空的', 60)}）"
    others = {lead for lead in case.standing.leads if lead != case.unit}
    grown = [
        e
        for e in case.since
        if not (e.event in {START, PROGRESS} and e.by and case.units.current(e.by, case.day) in others)
    ]
    words = first_of([quoted(entry_words(e), 60) for e in grown], 3, " 等")
    return f"库里记了 {len(grown)} 条：{words}" if grown else ""
