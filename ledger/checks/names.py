"""Every place where a unit is named, for the rules that know who exists and since when."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from ledger.base.diagnostics import Pointer, Spot
from ledger.base.text import nearest
from ledger.checks.logs import entries
from ledger.measures.holdings import Holding, holdings
from ledger.model.entries import Entry
from ledger.model.events import CORRECT
from ledger.model.forms import NameAt, names_in
from ledger.model.ledger import Ledger
from ledger.model.once import once, walked
from ledger.model.policy import ROLES, Ladder
from ledger.model.units import TASK_GROUP


class Mention(NamedTuple):
    """A name as written. ``day`` is the entry's, or that of the paper it decided on; None where there is neither."""

    name: str
    path: str
    pointer: Pointer
    day: date | None = None
    may_be_leader: bool = False

    @property
    def spot(self) -> Spot:
        return Spot(self.path, self.pointer)


@walked
def mentions(ledger: Ledger) -> Iterator[Mention]:
    """The heads of the ledger and whom its rules name, leads and participants, slips, then the entries of every log."""
    yield from _heads(ledger)
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        yield from _listed(plan.lead, path, ("lead",))
        for n, item in enumerate(plan.items):
            yield from _listed(item.lead, path, ("items", n, "lead"))
            yield from _listed(item.participants, path, ("items", n, "with"))
    yield from _in_slips(ledger)
    yield from _in_registers(ledger)
    for log, n, entry in entries(ledger):
        if entry.by or entry.to or entry.from_:
            yield from _entry(entry, log.path, (*log.pointer, "log", n))


@once
def named(ledger: Ledger) -> AbstractSet[str]:
    """Every name that is mentioned, for rules that ask who that is before they look for the places."""
    found = {mention.name for mention in (*_heads(ledger), *_in_slips(ledger), *_in_registers(ledger))}
    for plan in ledger.plans:
        found.update(plan.lead)
        for item in plan.items:
            found.update(item.lead, item.participants)
    for _, _, entry in entries(ledger):
        if entry.by or entry.to or entry.from_:
            found |= {mention.name for mention in _entry(entry, "", ())}
    return found


def mentions_of(ledger: Ledger, names: AbstractSet[str]) -> Iterator[Mention]:
    """Those of these names; no place is made for a name that nobody mentions."""
    if names.isdisjoint(named(ledger)):
        return iter(())
    return (mention for mention in mentions(ledger) if mention.name in names)


@walked
def group_mentions(ledger: Ledger) -> Iterator[Mention]:
    """Every place where a task group is named."""
    for plan in ledger.plans:
        path = ledger.paths["plan", plan.id]
        if plan.group:
            yield Mention(plan.group, path, ("group",))
        for n, item in enumerate(plan.items):
            if item.group:
                yield Mention(item.group, path, ("items", n, "group"))
    for name, holding in names_in_registers(ledger):
        if name.what == "group":
            yield Mention(name.text, holding.path, (*holding.pointer, *name.pointer))


@walked
def names_in_registers(ledger: Ledger) -> Iterator[tuple[NameAt, Holding]]:
    """Every name that a thing of a register mentions, but in its log; those of what stands in it among its own."""
    for holding in holdings(ledger):
        if holding.parent is None:
            yield from ((name, holding) for name in names_in(holding.record))


def _heads(ledger: Ledger) -> Iterator[Mention]:
    path = ledger.paths.get(("ledger", ""), "")
    for key, name in (("office", ledger.settings.office), ("commission", ledger.settings.commission)):
        if name:
            yield Mention(name, path, (key,), may_be_leader=True)
    path = ledger.paths.get(("policy", ""), "")
    for v, version in enumerate(ledger.policies.versions):
        for name, pointer in _ladder(version.ladder):
            yield Mention(name, path, ("versions", v, "ladder", *pointer), may_be_leader=True)


def _ladder(ladder: Ladder) -> Iterator[tuple[str, Pointer]]:
    """Who signs, who gets copies and who may order whom."""
    for r, rung in enumerate(ladder.rungs):
        if rung.signer:
            yield rung.signer, ("rungs", r, "signer")
        for c, name in enumerate(rung.cc):
            if name not in ROLES:
                yield name, ("rungs", r, "cc", c)
    for a, authority in enumerate(ladder.authority):
        yield authority.issuer, ("authority", a, "issuer")


def _in_slips(ledger: Ledger) -> Iterator[Mention]:
    for slip in ledger.slips:
        path = ledger.paths["slip", slip.id]
        yield Mention(slip.unit, path, ("unit",))
        for n, row in enumerate(slip.rows):
            if row.direct_entry_by:
                pointer = ("rows", n, "direct_entry_by")
                yield Mention(row.direct_entry_by, path, pointer, slip.as_of, may_be_leader=True)


def _in_registers(ledger: Ledger) -> Iterator[Mention]:
    for name, holding in names_in_registers(ledger):
        if name.what in {"unit", "decider"}:
            pointer = (*holding.pointer, *name.pointer)
            yield Mention(name.text, holding.path, pointer, may_be_leader=name.what == "decider")


def _listed(names: Sequence[str], path: str, pointer: Pointer) -> Iterator[Mention]:
    for n, name in enumerate(names):
        yield Mention(name, path, (*pointer, n))


def _entry(entry: Entry, path: str, pointer: Pointer) -> Iterator[Mention]:
    if entry.by:
        yield Mention(entry.by, path, (*pointer, "by"), entry.date, may_be_leader=True)
    if entry.from_:
        yield Mention(entry.from_, path, (*pointer, "from"), entry.date)
    if entry.event != CORRECT or entry.field == "lead":  # of a title or a date, `to` is no unit
        for n, name in enumerate(entry.to or ()):
            yield Mention(name, path, (*pointer, "to", n), entry.date, may_be_leader=entry.event != CORRECT)


def has_register(ledger: Ledger) -> bool:
    """Whether units.yaml was read: when it was not, every name would seem unknown."""
    return ("units", "") in ledger.paths


def is_group(ledger: Ledger, name: str) -> bool:
    unit = ledger.units.find(name)
    return unit is not None and unit.kind == TASK_GROUP


def nearest_group(ledger: Ledger, name: str) -> str | None:
    """The full name of the task group that was most likely meant."""
    names = {n: u.id for u in ledger.units if u.kind == TASK_GROUP for n in (u.id, *u.aliases)}
    guess = nearest(name, names)
    return names[guess] if guess else None


def leader_names(ledger: Ledger) -> list[str]:
    return ledger.units.leaders
