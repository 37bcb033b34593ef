"""A month's returns → what to record, what not, and why; nothing is written here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ledger.actions.collecting.cases import Case
from ledger.actions.collecting.entries import Ground, Written, entered
from ledger.actions.collecting.leads import agreed
from ledger.actions.collecting.weighing import weigh
from ledger.base.diagnostics import Diagnostic
from ledger.loading.returns.batch import Batch
from ledger.loading.returns.returned import Filled, Returned
from ledger.loading.returns.sent import LOCKED
from ledger.measures.standing import Standing, standing_of
from ledger.model.plans import ref_of
from ledger.reports.returns.verdicts import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Collection:
    """``faults`` are all that is wrong with files and rows, in the order of the units; rules' warnings are in ``written``."""

    batch: Batch
    written: Written
    faults: list[Diagnostic]

    def rows(self, outcome: Outcome) -> list[Verdict]:
        return [row for row in self.written.verdicts if row.outcome is outcome]


def collection(batch: Batch, ground: Ground, *, day_given: bool) -> Collection:
    """``day_given``: somebody said on which day what is reported happened."""
    now = _standings(batch, ground)
    units = ground.ledger.units

    def row(returned: Returned, filled: Filled) -> Verdict:
        standing = now.get(filled.sent.ref)
        if standing is None:
            unit = units.current(returned.sent.unit, ground.when)
            gone = Verdict(unit, filled, Outcome.HELD)
            return gone.held(
                "I165", LOCKED[0], "台账里已经没有这一项", "查编号改成了什么，用 ledger record 记"
            )
        return weigh(Case(returned.sent, filled, standing, units, day_given))

    told = [row(returned, filled) for returned in batch.chosen.values() for filled in returned.filled]
    written = entered(agreed(told, {ref: s.leads for ref, s in now.items()}), ground)
    return Collection(batch, written, list(_faults(batch, written)))


def _standings(batch: Batch, ground: Ground) -> Mapping[str, Standing]:
    wanted = {filled.sent.ref for returned in batch.chosen.values() for filled in returned.filled}
    return {
        ref_of(plan, item): standing_of(plan, item, ground.ledger, ground.when)
        for plan, item in ground.ledger.items()
        if ref_of(plan, item) in wanted
    }


def _faults(batch: Batch, written: Written) -> Iterator[Diagnostic]:
    """Of the batch first, then unit by unit: its workbook's, then its rows'."""
    yield from batch.faults
    for returned in batch.chosen.values():
        yield from returned.faults
        for row in written.verdicts:
            if row.fault is not None and row.fault.place.path == returned.path:
                yield row.fault
