"""Who has a copy of a paper: units that the ladder names, and those that follow from its matters."""

from collections.abc import Iterable

from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip
from ledger.reports.paper_matters import Matters


def copies(roles: Iterable[str], slip: Slip, matters: Matters, ledger: Ledger) -> Iterable[str]:
    """Units in the order of the ladder, each once; never the addressee."""
    found = [name for role in roles for name in _recipients(role, slip, matters, ledger)]
    return [name for name in dict.fromkeys(found) if name != slip.unit]


def _recipients(role: str, slip: Slip, matters: Matters, ledger: Ledger) -> list[str]:
    items = [m for _, m in matters if isinstance(m, Standing)]
    match role:
        case "专项小组":
            groups = [m.group for _, m in matters if m is not None and m.group]
            return sorted(groups, key=ledger.units.order)
        case "配合单位":
            return sorted({n for s in items for n in (*s.participants, *s.leads)}, key=ledger.units.order)
        case "领衔领导":
            return sorted({s.item.leader for s in items if s.item.leader})
        case "联络员":
            unit = ledger.units.find(slip.unit, slip.as_of)
            return [f"{slip.unit}联络员{unit.liaison}"] if unit and unit.liaison else []
        case _:
            return [ledger.units.current(role, slip.as_of)]
