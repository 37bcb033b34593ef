"""The units that a sheet names: under their full names, or as new ones."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ledger.actions.importing.fates import error
from ledger.base.diagnostics import Diagnostic
from ledger.base.text import quoted
from ledger.files.scalars import Value
from ledger.loading.phrases.unit_shapes import is_collective
from ledger.loading.sheets.draft import DraftItem, Fact
from ledger.loading.sheets.persons import without_persons
from ledger.model.units import Units

KEYS = {"lead": "牵头单位", "with": "配合单位"}
DEPARTMENT, COLLECTIVE = "部门", "集体"


class Roll:
    """Asked by the names of a sheet; ``add``: a name that nobody knows is a new unit.

    Where a ledger keeps no register, nobody is a stranger.
    """

    def __init__(self, units: Units, day: date, *, add: bool) -> None:
        self.units, self.day, self._add = units, day, add

    @property
    def _strict(self) -> bool:
        return not self._add and bool(self.units.names)

    def full(self, name: str) -> str:
        """The full name of the unit in force; a name that nobody knows stays as it is."""
        unit = self.units.find(name, self.day)
        return unit.id if unit else name

    def current(self, names: Iterable[str]) -> tuple[str, ...]:
        """Who they are on the day, each once."""
        return tuple(dict.fromkeys(self.units.current(name, self.day) for name in names))

    def faults(self, draft: DraftItem) -> Iterator[Diagnostic]:
        """Names that nobody knows, unless they are to be added."""
        for key, title in KEYS.items():
            for name in dict.fromkeys(names_of(draft.fields.get(key))):
                if self.units.find(name) is None and (self._strict or self._with_person(name)):
                    message = f"{title}{quoted(name)}不在 units.yaml 里"
                    yield error("I140", message, draft, key, self._hint(name))

    def _with_person(self, name: str) -> bool:
        """市财政局（李某）: a unit that is known and somebody, whom nobody meant to register."""
        unit, persons = without_persons(name)
        return bool(persons) and self.units.find(unit) is not None

    def _hint(self, name: str) -> str:
        if is_collective(name):
            return f"不是一个单位，用 --add-units 登记为“{COLLECTIVE}”；或在表里写明是哪些单位"
        if self._with_person(name):
            return f"单位一格只留{quoted(without_persons(name)[0])}；确是另一个单位的，先登记到 units.yaml"
        near = self.units.suggestion(name)
        meant = f"是否为“{near}”？改表，或在 units.yaml 给它加别名；" if near else ""
        return f"{meant}确是新单位的，用 --add-units 登记"

    def new(self, rows: Iterable[Mapping[str, Value]]) -> list[dict[str, Value]]:
        """Records for the units that ``rows`` name and nobody knows, in the order in which they are named."""
        if not self._add:
            return []
        named = dict.fromkeys(name for row in rows for key in KEYS for name in names_of(row.get(key)))
        kinds = {name: COLLECTIVE if is_collective(name) else DEPARTMENT for name in named}
        return [{"id": n, "kind": kind} for n, kind in kinds.items() if self.units.find(n) is None]


def names_of(fact: "Fact | Value | None") -> list[str]:
    """One name or several; none for nothing."""
    if isinstance(fact, str):
        return [fact]
    return [name for name in fact or () if isinstance(name, str)]


def written(names: Iterable[str]) -> Value:
    """One name bare, several in brackets."""
    several: list[Value] = list(dict.fromkeys(names))
    return several[0] if len(several) == 1 else several
