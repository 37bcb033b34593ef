"""Names that a ledger holds, as offers for a word half typed."""

from collections.abc import Iterable, Iterator

from ledger.commands.asked import Asked, Offer
from ledger.loading.kinds import LEDGER, PLAN, POLICY, SLIP, UNITS, register_kind
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
    for name, register in registers().items():
        for record in asked.records(register_kind(name)):
            for thing in (record,) if register.folder else getattr(record, name):
                yield Offer(thing.id, str(getattr(thing, "title", "")))
                if asked.word.startswith(f"{thing.id}/"):
                    yield from (
                        Offer(f"{thing.id}/{part.id}", str(getattr(part, "title", "")))
                        for key in register.thing.inner
                        for part in getattr(thing, key)
                    )


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


def _register(asked: Asked) -> Iterator[Unit]:
    """Units whose name is still in use."""
    for register in asked.records(UNITS):
        yield from (unit for unit in register.units if unit.until is None)


def fields(asked: Asked) -> Iterable[Offer]:
    return (Offer(field) for settings in asked.records(LEDGER) for field in settings.fields)


def causes(asked: Asked) -> Iterable[Offer]:
    found = (cause for p in asked.records(POLICY) for version in p.versions for cause in version.causes)
    return map(Offer, dict.fromkeys(found))
