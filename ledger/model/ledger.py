"""The ledger: everything that could be read, in one frozen value; what could not is in ``problems`` beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ledger.base.diagnostics import Diagnostic
from ledger.base.workdays import Calendar
from ledger.model.bulletins import Bulletin
from ledger.model.items import Item
from ledger.model.plans import Plan
from ledger.model.policy import Policies
from ledger.model.registers.upstream import UpstreamDocument
from ledger.model.settings import Settings
from ledger.model.slips import Slip
from ledger.model.units import Units


@dataclass(frozen=True, slots=True)
class Ledger:
    """Records by kind, each sorted by id; documents from above as their register lists them.

    ``paths`` says which file a record came from: (kind, id) → path.
    ``papers`` says of the Markdown of every issued paper, by its path, how its seal is (``files/seal.py``);
    ``bulletins`` holds the bulletins of months by their paths.
    """

    settings: Settings = field(default_factory=Settings)
    units: Units = field(default_factory=Units)
    policies: Policies = field(default_factory=Policies)
    calendar: Calendar = field(default_factory=Calendar)
    plans: tuple[Plan, ...] = ()
    slips: tuple[Slip, ...] = ()
    upstream: tuple[UpstreamDocument, ...] = ()
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)
    bulletins: Mapping[str, Bulletin] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()

    def items(self) -> Iterator[tuple[Plan, Item]]:
        for plan in self.plans:
            for item in plan.items:
                yield plan, item

    def plan(self, identifier: str) -> Plan | None:
        return next((p for p in self.plans if p.id == identifier), None)
