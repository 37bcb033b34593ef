"""The ledger on the last day of a month, as the sections of a bulletin ask for it; everything is judged once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ledger.base.workdays import Calendar
from ledger.measures.counting import Counting
from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.escalation import rulings
from ledger.measures.known import first_fact
from ledger.measures.papers import issued_rows
from ledger.measures.plan_progress import plan_progress
from ledger.measures.plan_states import PlanProgress
from ledger.measures.plans import PlanStanding, plan_standing, tallies_by_plan
from ledger.measures.rulings import Ruling
from ledger.measures.scoring.month_ranking import MonthRanking, ranking_on
from ledger.measures.selection import Selection, select
from ledger.measures.settled import RowStanding, row_standings
from ledger.measures.standing import Standing, standings
from ledger.measures.thing_states import ThingStanding
from ledger.measures.trend import month_ends
from ledger.model.ledger import Ledger
from ledger.model.policy import Policy
from ledger.reports.listing import listings


@dataclass(frozen=True)
class Month:
    """``day`` is the last day of the month, or the last one so far."""

    ledger: Ledger
    day: date
    _known: dict[Selection, list[Standing]] = field(default_factory=dict, repr=False, compare=False)
    _counted: dict[tuple[str, Selection], list[Standing]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _things: "dict[str, list[ThingStanding[Any]]]" = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, ledger: Ledger, day: date) -> "Month":
        """With a calendar of its own: which years are counted provisionally is what this bulletin leaned on."""
        return cls(replace(ledger, calendar=Calendar(ledger.calendar.extra)), day)

    @property
    def first(self) -> date:
        return self.day.replace(day=1)

    @cached_property
    def before(self) -> "Month":
        """The month before, on its last day, from the same files."""
        return Month(self.ledger, self.first - timedelta(days=1))

    @cached_property
    def last_year(self) -> "list[Month]":
        """The last twelve months, this one being the last; those before the first fact of the ledger are left out."""
        days = month_ends(self.day, 12, first_fact(self.ledger))
        found, month = [self], self
        for _ in days[1:]:
            month = month.before
            found.append(month)
        return found[::-1]

    @cached_property
    def policy(self) -> Policy:
        return self.ledger.policies.on(self.day)

    @cached_property
    def counting(self) -> Counting:
        return Counting(self.ledger, self.day, lambda: self.before.items)

    @cached_property
    def items(self) -> list[Standing]:
        """Every item, judged on the day."""
        return list(standings(self.ledger, self.day))

    @cached_property
    def plans(self) -> list[PlanStanding]:
        return [plan_standing(plan, self.day) for plan in self.ledger.plans]

    @cached_property
    def progress(self) -> list[PlanProgress]:
        """Every plan with the tally of its items."""
        own = tallies_by_plan(self.items, self.counting.due_soon)
        return plan_progress(self.ledger, self.plans, own)

    @cached_property
    def rows(self) -> list[RowStanding]:
        """Every row of a paper issued by the day."""
        return row_standings(self.ledger, self.day, known=self.items)

    @cached_property
    def documents(self) -> list[DockingStanding]:
        """Documents from above, by id."""
        rows = [p for p in issued_rows(self.ledger, self.day) if not p.withdrawn]
        return list(docking_standings(self.ledger, self.day, rows).values())

    def things(self, register: str) -> "list[ThingStanding[Any]]":
        """What ``ledger list`` lists of a register that has a RegisterList."""
        if register not in self._things:
            spec = listings()[register].spec
            self._things[register] = spec.things(self.ledger, self.day)
        return self._things[register]

    @cached_property
    def ranking(self) -> MonthRanking | None:
        """That of the period whose last month this is; None where nothing is scored."""
        return ranking_on(self.ledger, self.day)

    @cached_property
    def rulings(self) -> list[Ruling]:
        """What ``escalate`` says on the day."""
        return rulings(self.ledger, self.day, self.items)

    @property
    def population(self) -> int:
        """How many items count."""
        return len(self.items_of("total", Selection()))

    def items_of(self, figure: str, chosen: Selection) -> Sequence[Standing]:
        """The items that ``ledger items`` lists under these filters, in its order."""
        key = (figure, chosen)
        if key not in self._counted:
            among = self._among(chosen)
            self._counted[key] = [s for s in among if self.counting.fits(figure, s)]
        return self._counted[key]

    def _among(self, chosen: Selection) -> list[Standing]:
        if chosen not in self._known:
            self._known[chosen] = select(self.items, self.plans, chosen, self.counting)
        return self._known[chosen]
