"""Names that a ledger holds, as offers for a word half typed."""

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.commands.asked import Asked, Offer
from ledger.loading.kinds import LEDGER, PLAN, POLICY, SCORING, SLIP, UNITS, register_kind
from ledger.measures.holdings import within_record
from ledger.model.register import ThingType
from ledger.model.shelves import registers
from ledger.model.units import TASK_GROUP, Unit


def refs(asked: Asked) -> Iterator[Offer]:
    """Plans, papers and documents; what is inside one as soon as no other is meant: its items, their nodes, its rows."""
    owner, inside, _ = asked.word.partition("/")
    known = [*asked.stems(PLAN), *asked.stems(SLIP)]
    meant = [stem for stem in known if (stem == owner if inside else stem.startswith(owner))]
    if not inside:
        yield from map(Offer, meant)
        yield from _in_registers(asked)
    if len(meant) != 1:
        return
    for plan in asked.records(PLAN, meant[0]):
        for item in plan.items:
            ref = f"{meant[0]}/{item.id}"
            yield Offer(ref, item.title)
            if asked.word.startswith(ref):
                yield from (Offer(f"{ref}#{node.id}", node.title) for node in item.nodes)
    for slip in asked.records(SLIP, meant[0]):
        yield from (Offer(f"{meant[0]}/{row.id}", row.subject) for row in slip.rows)


def _in_registers(asked: Asked) -> Iterator[Offer]:
    """Things of registers, and those within them as soon as one is named."""
    for _, ref, record in things_in_registers(asked):
        owner, inside, _ = ref.partition("/")
        if not inside or asked.word.startswith(f"{owner}/"):
            yield Offer(ref, str(getattr(record, "title", "")))


def things_in_registers(asked: Asked) -> Iterator[tuple[ThingType[Any], str, Any]]:
    """All of them, each before those within it: what it is, its reference and its record."""
    for name, register in registers().items():
        for file in asked.records(register_kind(name)):
            for record in (file,) if register.folder else getattr(file, name):
                yield from ((h.type, h.ref, h.record) for h in within_record(register.thing, record))


def plans(asked: Asked) -> Iterable[Offer]:
    return map(Offer, asked.stems(PLAN))


def units(asked: Asked) -> Iterator[Offer]:
    """By their full names; by others where no full name begins so."""
    units = list(_register(asked))
    full = [unit.id for unit in units if unit.id.startswith(asked.word)]
    other = [(name, unit.id) for unit in units for name in unit.aliases if not full]
    yield from map(Offer, full)
    yield from (Offer(name, unit) for name, unit in other)


def deciders(asked: Asked) -> Iterator[Offer]:
    yield from units(asked)
    for register in asked.records(UNITS):
        yield from (Offer(leader.id, leader.title or "") for leader in register.leaders)


def groups(asked: Asked) -> Iterable[Offer]:
    return (Offer(unit.id) for unit in _register(asked) if unit.kind == TASK_GROUP)


def checkpoints(asked: Asked) -> Iterator[Offer]:
    """Of every version of the scoring scheme, called as in the last."""
    schemes = [scheme for file in asked.records(SCORING) for scheme in file.schemes]
    points = {p.id: p.title for scheme in schemes for p in scheme.checkpoints}
    yield from (Offer(id_, title) for id_, title in points.items())


def unit_kinds(asked: Asked) -> Iterable[Offer]:
    return map(Offer, dict.fromkeys(unit.kind for unit in _register(asked)))


def _register(asked: Asked) -> Iterator[Unit]:
    """Units whose name is still in use."""
    for register in asked.records(UNITS):
        yield from (unit for unit in register.units if unit.until is None)


def fields(asked: Asked) -> Iterable[Offer]:
    return (Offer(field) for settings in asked.records(LEDGER) for field in settings.fields)


def causes(asked: Asked) -> Iterable[Offer]:
    found = (cause for p in asked.records(POLICY) for version in p.versions for cause in version.causes)
    return map(Offer, dict.fromkeys(found))
