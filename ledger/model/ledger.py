"""The ledger: everything that could be read, in one frozen value; what could not is in ``problems`` beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from ledger.base.diagnostics import Diagnostic
from ledger.base.workdays import Calendar
from ledger.model.items import Item
from ledger.model.plans import Plan
from ledger.model.policy import Policies
from ledger.model.register import Register
from ledger.model.scoring import Schemes
from ledger.model.settings import Settings
from ledger.model.slips import Slip
from ledger.model.units import Units

if TYPE_CHECKING:
    from ledger.model.bulletins import Bulletin
    from ledger.model.registers.upstream import UpstreamDocument

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Records by kind, each sorted by id; ``registers`` by name, each as its file lists its things.

    ``paths`` says which file a record came from: (kind, id) → path.
    ``papers`` says of the Markdown of every issued paper, by its path, how its seal is (``files/seal.py``);
    ``bulletins`` holds the bulletins of months by their paths.
    """

    settings: Settings = field(default_factory=Settings)
    units: Units = field(default_factory=Units)
    policies: Policies = field(default_factory=Policies)
    calendar: Calendar = field(default_factory=Calendar)
    scoring: Schemes = field(default_factory=Schemes)
    plans: tuple[Plan, ...] = ()
    slips: tuple[Slip, ...] = ()
    registers: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict)
    papers: Mapping[str, str] = field(default_factory=dict)
    bulletins: "Mapping[str, Bulletin]" = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    worked_out: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was asked of it before (``model/once.py``)."""

    def items(self) -> Iterator[tuple[Plan, Item]]:
        for plan in self.plans:
            for item in plan.items:
                yield plan, item

    def of(self, register: Register[T]) -> tuple[T, ...]:
        """What that register holds."""
        return self.registers.get(register.name, ())

    @property
    def upstream(self) -> "tuple[UpstreamDocument, ...]":
        """Documents from above."""
        from ledger.model.registers.upstream import REGISTER  # noqa: PLC0415 - only where somebody asks for them

        return self.of(REGISTER)

    def office(self, day: date) -> str:
        """The reform office as it is called on the day; empty where ledger.yaml names none."""
        return self.units.current(self.settings.office, day) if self.settings.office else ""

    def plan(self, identifier: str) -> Plan | None:
        return next((p for p in self.plans if p.id == identifier), None)
