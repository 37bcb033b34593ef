"""Which items a command looks at: the same filters everywhere, so ``items`` can list what any figure counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.measures.plans import PlanStanding
from ledger.measures.standing import Standing
from ledger.model.forms import names_in
from ledger.model.ledger import Ledger
from ledger.model.units import TASK_GROUP

if TYPE_CHECKING:
    from ledger.measures.counting import Counting

NOTHING = "未填"
"""What is asked for by those that name no field, group, lead or cause."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; an empty tuple asks for everything. Several values of one filter are alternatives.

    ``only_open`` leaves out of a register what is settled; items have ``figures`` for that. ``states`` and ``kinds``
    are names that the register which is listed knows, and ``figure`` is the one that alone is asked for.
    """

    plans: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    text: str | None = None
    issued_for: int | None = None
    only_open: bool = False
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    figure: str = ""

    @property
    def by_item(self) -> bool:
        """Whether anything narrows items within a plan."""
        named = (self.fields, self.groups, self.leads, self.units, self.figures, self.causes)
        return any(named) or bool(self.text)

    def takes_plan(self, plan: PlanStanding) -> bool:
        if self.plans and plan.plan.id not in self.plans:
            return False
        return self.issued_for is None or plan.issued_for(self.issued_for)

    def takes(self, standing: Standing, counting: "Counting") -> bool:
        """Whether the item fits every item filter; its plan is judged apart."""
        led = standing.leads
        text = self.text
        return (
            (not self.fields or (standing.field or NOTHING) in self.fields)
            and (not self.groups or (standing.group or NOTHING) in self.groups)
            and (not self.leads or any(u in self.leads for u in led or (NOTHING,)))
            and (
                not self.units
                or any(u in self.units for u in (*led, *standing.participants, standing.leader))
            )
            and (not self.figures or any(counting.fits(f, standing) for f in self.figures))
            and (not self.causes or (standing.cause or NOTHING) in self.causes)
            and (text is None or text in standing.title or text in (standing.item.text or ""))
        )


def select(
    standings: Iterable[Standing], plans: Iterable[PlanStanding], chosen: Selection, counting: "Counting"
) -> list[Standing]:
    return list(selected(standings, plans, chosen, counting))


def selected(
    standings: Iterable[Standing], plans: Iterable[PlanStanding], chosen: Selection, counting: "Counting"
) -> Iterator[Standing]:
    """The same one by one, for whoever counts and keeps none."""
    wanted = {p.plan.id for p in plans if chosen.takes_plan(p)}
    return (s for s in standings if s.plan.id in wanted and chosen.takes(s, counting))


def resolved(chosen: Selection, ledger: Ledger, day: date, unread: Iterable[str] = ()) -> Selection:
    """The same selection with every name as it is called on ``day``; raises LedgerError for a name nobody knows.

    ``unread`` are plans whose files could not be read: they are known, and have nothing to show.
    """
    from ledger.measures.counting import figure_named  # noqa: PLC0415 - who chooses nothing needs none of its figures

    units = ledger.units
    known_units = (_all_names(ledger) if chosen.leads or chosen.units else set()) | set(units.names)
    known_people = known_units | set(units.leaders)
    leads = known_units | {NOTHING}
    return Selection(
        plans=tuple(_known("方案", p, [*(x.id for x in ledger.plans), *unread]) for p in chosen.plans),
        fields=tuple(_known("领域", f, [*_fields(ledger), NOTHING]) for f in chosen.fields),
        groups=tuple(
            units.current(_known("专项小组", g, [*_groups(ledger), *units.names, NOTHING]), day)
            for g in chosen.groups
        ),
        leads=tuple(units.current(_known("单位", u, leads), day) for u in chosen.leads),
        units=tuple(units.current(_known("单位", u, known_people), day) for u in chosen.units),
        figures=tuple(figure_named(f) for f in chosen.figures),
        causes=tuple(_known("原因", c, _causes(ledger)) for c in chosen.causes),
        text=chosen.text,
        issued_for=chosen.issued_for,
    )


def _fields(ledger: Ledger) -> list[str]:
    used = {f for plan, item in ledger.items() for f in (plan.field, item.field) if f}
    return [*ledger.settings.fields, *sorted(used.difference(ledger.settings.fields))]


def _groups(ledger: Ledger) -> list[str]:
    """Those that only plans name come last, where there is no register of units."""
    registered = [unit.id for unit in ledger.units if unit.kind == TASK_GROUP]
    used = {g for plan, item in ledger.items() for g in (plan.group, item.group) if g}
    return [*registered, *sorted(used.difference(registered))]


def _causes(ledger: Ledger) -> list[str]:
    allowed = [cause for policy in ledger.policies.versions for cause in policy.causes]
    used = {entry.cause for _, item in ledger.items() for entry in item.log if entry.cause}
    return [*dict.fromkeys(allowed), *sorted(used.difference(allowed)), NOTHING]


def _all_names(ledger: Ledger) -> set[str]:
    """Whoever the ledger names: without a register of units nothing else says who there is."""
    named = {n for plan, item in ledger.items() for n in (*plan.lead, *item.lead, *item.participants)}
    held = (name for things in ledger.registers.values() for thing in things for name in names_in(thing))
    named |= {name.text for name in held if name.what in {"unit", "group", "leader", "decider"}}
    return named | {name for name in (ledger.settings.office, ledger.settings.commission) if name}


def _known(kind: str, name: str, known: Iterable[str]) -> str:
    names = list(known)
    if name not in names:
        hint = did_you_mean(name, names) or "用 ledger list 查看可用的名称"
        raise LedgerError(f"没有“{name}”这个{kind}；{hint}")
    return name
