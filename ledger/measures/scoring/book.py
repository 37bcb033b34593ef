"""A ledger on the last day of a period, as the checkpoints ask for it: everything is judged once for all units."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any

from ledger.measures.counting import Counting
from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.exempting import exemptions_on
from ledger.measures.papers import issued_rows
from ledger.measures.plans import PlanStanding, plan_standing
from ledger.measures.scoring.measured import WHOLE
from ledger.measures.scoring.periods import ScoredPeriod
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.standing import Standing, standings
from ledger.measures.thing_states import ThingStanding, thing_standings
from ledger.measures.turn import is_unadopted
from ledger.model.ledger import Ledger
from ledger.model.register import Course, Register
from ledger.model.registers.exemptions import Exemption
from ledger.model.scoring import Scheme
from ledger.model.units import TASK_GROUP

Share = tuple[Standing, Fraction]


@dataclass(frozen=True)
class ScoreBook:
    """What is scored: ``scheme`` is the version in force on the period's last day."""

    ledger: Ledger
    scheme: Scheme
    period: ScoredPeriod
    _things: dict[tuple[str, str], list[ThingStanding[Any]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _contested: dict[date, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _earlier: dict[date, dict[str, list[Share]]] = field(default_factory=dict, repr=False, compare=False)
    _days: dict[date, dict[str, Standing]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def day(self) -> date:
        return self.period.day

    @cached_property
    def items(self) -> list[Standing]:
        return list(standings(self.ledger, self.day))

    def items_on(self, day: date) -> Mapping[str, Standing]:
        """All items as they stood on an earlier day, by reference."""
        if day not in self._days:
            self._days[day] = {standing.ref: standing for standing in standings(self.ledger, day)}
        return self._days[day]

    @cached_property
    def counting(self) -> Counting:
        """The figures of the day's month, as ``ledger items --status`` counts them."""
        return Counting(self.ledger, self.day)

    @cached_property
    def plans(self) -> list[PlanStanding]:
        return [plan_standing(plan, self.day) for plan in self.ledger.plans]

    @cached_property
    def rows(self) -> list[RowStanding]:
        """Every row of a paper issued by the day."""
        return row_standings(self.ledger, self.day, known=self.items)

    def contested(self, day: date) -> frozenset[str]:
        """Rows whose objection waited for its review on ``day``."""
        if day not in self._contested:
            rows = issued_rows(self.ledger, day)
            self._contested[day] = frozenset(row.ref for row in rows if row.frozen(day))
        return self._contested[day]

    @cached_property
    def documents(self) -> list[DockingStanding]:
        """Documents from above, by id."""
        return list(
            docking_standings(self.ledger, self.day, list(issued_rows(self.ledger, self.day))).values()
        )

    def things(self, register: Register[Any], key: str = "") -> list[ThingStanding[Any]]:
        """What a register holds, or what stands under ``key`` in its things, on the day."""
        if (register.name, key) not in self._things:
            found = list(thing_standings(self.ledger, self.day, register, key))
            self._things[register.name, key] = found
        return self._things[register.name, key]

    def shares(self, unit: str) -> list[Share]:
        """The items that a unit answers for, each with its share.

        All of it as lead, and as the group that has the item; else that of a participant. Items of a plan that was not there yet are
        nobody's: a plan that comes later changes no score of before.
        """
        return self._shares.get(unit, [])

    def shares_on(self, unit: str, day: date) -> list[Share]:
        """Those that it answered for on an earlier day, before they were handed over: items as they stood then."""
        if day not in self._earlier:
            self._earlier[day] = self._shared(self.items_on(day).values())
        return self._earlier[day].get(unit, [])

    @cached_property
    def by_ref(self) -> dict[str, Standing]:
        return {standing.ref: standing for standing in self.items}

    @cached_property
    def _shares(self) -> dict[str, list[Share]]:
        return self._shared(self.items)

    def _shared(self, items: Iterable[Standing]) -> dict[str, list[Share]]:
        found: defaultdict[str, list[Share]] = defaultdict(list)
        for standing in items:
            if is_unadopted(standing):
                continue
            for unit, share in self._answering(standing):
                found[unit].append((standing, share))
        return found

    def _answering(self, standing: Standing) -> Iterator[tuple[str, Fraction]]:
        """Units as they are called on the book's day."""
        called, part = self.ledger.units.current, Fraction(self.scheme.participant_share)
        leads = [called(name, self.day) for name in (*standing.leads, standing.group) if name]
        others = [called(name, self.day) for name in standing.participants]
        yield from ((unit, WHOLE) for unit in dict.fromkeys(leads))
        yield from ((unit, part) for unit in dict.fromkeys(others) if unit not in leads and part)

    def holders(self, subject: str) -> frozenset[str]:
        """Who has an item or a plan as its lead or its group, as they are called on the day."""
        return self._holders.get(subject, frozenset())

    @cached_property
    def _holders(self) -> dict[str, frozenset[str]]:
        called = self.ledger.units.current
        plans = ((plan.id, (plan.group, *plan.lead)) for plan in self.ledger.plans)
        items = ((item.ref, (item.group, *item.leads)) for item in self.items if not is_unadopted(item))
        return {
            subject: frozenset(called(name, self.day) for name in names if name)
            for subject, names in (*plans, *items)
        }

    @cached_property
    def exemptions(self) -> Mapping[str, list[Course[Exemption]]]:
        """Those in force on the day, by the unit that has them."""
        return exemptions_on(self.ledger, self.day)

    def units(self, pool: str) -> list[str]:
        """The units of that kind in force on the day, in the order of units.yaml."""
        return [u.id for u in self.ledger.units if u.kind == pool and u.in_force(self.day)]

    def kind(self, unit: str) -> str:
        found = self.ledger.units.find(unit, self.day)
        return found.kind if found else ""

    def is_group(self, unit: str) -> bool:
        return self.kind(unit) == TASK_GROUP
