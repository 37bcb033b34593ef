"""Units that were only renamed since: what was said of them then and what is said now is of one unit."""

from dataclasses import replace

from ledger.model.ledger import Ledger
from ledger.model.units import Unit, Units


def under_names_of(old: Ledger, now: Ledger) -> Ledger:
    """``old`` with such units under the names that ``now`` has for them; itself where there are none.

    Renamed is a unit whose name became another name of a unit that ``old`` did not know beside it.
    """
    units = tuple(_renamed(unit, old.units, now.units) for unit in old.units)
    if units == old.units.register.units:
        return old
    return replace(old, units=Units(replace(old.units.register, units=units)))


def _renamed(unit: Unit, old: Units, now: Units) -> Unit:
    kept = now.find(unit.id)
    if kept is None or kept.id == unit.id or old.find(kept.id) not in {None, unit}:
        return unit
    names = (unit.id, *(name for name in unit.aliases if name != kept.id))
    return replace(unit, id=kept.id, aliases=names)
