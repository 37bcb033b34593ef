"""Fates → the contents of files: new plans whole, others and the register of units by splices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ledger.actions.importing.fates import Fields, Outcome, PlanFate
from ledger.actions.importing.home import Home
from ledger.actions.importing.new_plan import file_text
from ledger.actions.importing.register import grown_register
from ledger.actions.importing.roll import Roll
from ledger.actions.importing.thing_fates import ThingFate
from ledger.actions.importing.thing_files import thing_files
from ledger.base.errors import LedgerError
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.loading.kinds import PLAN
from ledger.model.forms import names_in


@dataclass(frozen=True, slots=True)
class Changes:
    """New contents by name from the ledger's folder, and the units that were not known before."""

    files: Mapping[str, bytes]
    units: Sequence[Fields]


def changes(fates: Sequence[PlanFate], things: Sequence[ThingFate], roll: Roll, home: Home) -> Changes:
    """What the rows that are not refused come to.

    Raises LedgerError where a new plan would take a file's place, or a file cannot be spliced.
    """
    files = dict[str, bytes]()
    for fate in fates:
        if fate.plan is None:
            files |= _whole(fate, home)
        elif tails := list(_tails(fate)):
            files[home.name(fate.path)] = append(home.contents[fate.path], tails)
    files |= thing_files(things, home)
    units = roll.new([*_naming(fates), *_named_in(things)])
    if units:
        register = grown_register(units, home)
        files[register.name] = register.after
    return Changes(files, units)


def _whole(fate: PlanFate, home: Home) -> dict[str, bytes]:
    """Nothing where no row is left."""
    items: list[Value] = [dict(item.fields) for item in fate.items if item.outcome is Outcome.NEW]
    if not items:
        return {}
    name = home.name(fate.path)
    if (home.folder / name).exists():
        raise LedgerError(f"{name} 已经有了，里面不是 {fate.id}；换一个 --plan 编号，或先改好那个文件")
    parts: list[Value] = [_part(part.id, part.draft.title) for part in fate.parts]
    fields = {**fate.fields, **({"parts": parts} if parts else {}), "items": items}
    return {name: file_text(fields, PLAN, name, home.folder).encode()}


def _tails(fate: PlanFate) -> list[Tail]:
    tails = [
        Tail(("items", item.number), item.entries)
        for item in fate.items
        if item.number is not None and item.outcome is Outcome.ENTRIES
    ]
    parts = [_part(part.id, part.draft.title) for part in fate.parts if part.outcome is Outcome.NEW]
    items = [item.fields for item in fate.items if item.outcome is Outcome.NEW]
    tails += [Tail((), parts, "parts")] if parts else []
    return tails + ([Tail((), items, "items", apart=True)] if items else [])


def _part(name: str, title: str) -> dict[str, Value]:
    return {"id": name, "title": title}


def _named_in(things: Sequence[ThingFate]) -> list[Fields]:
    """The units of new things of registers, as if they led them."""
    new = (fate.record for fate in things if fate.outcome is Outcome.NEW)
    units = (name.text for record in new for name in names_in(record) if name.what == "unit")
    named: list[Value] = [*dict.fromkeys(units)]
    return [{"lead": named}] if named else []


def _naming(fates: Sequence[PlanFate]) -> list[Fields]:
    """Everything that is written and names units."""
    rows = [item for fate in fates for item in fate.items]
    new = [row.fields for row in rows if row.outcome is Outcome.NEW]
    moved = [{"lead": e.get("to", [])} for row in rows if row.outcome is Outcome.ENTRIES for e in row.entries]
    return [*(fate.fields for fate in fates if fate.plan is None), *new, *moved]
