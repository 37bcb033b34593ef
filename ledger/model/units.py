"""units.yaml: who owes and who decides. A unit is one body through all its names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from ledger.base.text import nearest
from ledger.model.fields import STRICT, Day, Line, Names, about

TASK_GROUP = "专项小组"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit in force from ``from_`` through ``until``; after that, ``successor`` answers for what it owed."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Line, about("名称", "单位全称", "市发展改革委")]
    kind: Annotated[Line, about("类别", "部门、区县、专项小组、镇办、机构 等", "部门")] = "部门"
    aliases: Annotated[Names, about("别名", "简称和曾用写法", ["市发改委", "发改委"])] = ()
    from_: Annotated[Day | None, about("起", "从哪一天起用这个名称", "2009-01-01", alias="from")] = None
    until: Annotated[Day | None, about("止", "用到哪一天（含当日）", "2017-06-30")] = None
    successor: Annotated[Line | None, about("继任单位", "更名或撤并后由谁承接", "市旅游发展委")] = None
    head: Annotated[Line | None, about("主要负责人", "单位主要负责人")] = None
    liaison: Annotated[Line | None, about("联络员", "改革联络员")] = None
    contact: Annotated[Line | None, about("联系方式", "电话或邮箱")] = None

    def in_force(self, day: date) -> bool:
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A person who may decide (``by``) or lead (``leader``)."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    id: Annotated[Line, about("姓名", "领导的姓名")]
    title: Annotated[Line | None, about("职务", "职务", "市委副书记")] = None
    aliases: Annotated[Names, about("别名", "其他写法")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The file itself."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    units: Annotated[tuple[Unit, ...], about("单位", "所有单位，按印发排序")] = ()
    leaders: Annotated[tuple[Leader, ...], about("领导", "作决定或领衔的领导")] = ()


class Units:
    """The register, asked by any name a unit ever had."""

    def __init__(self, register: Register | None = None) -> None:
        self.register = register or Register()
        self._by_name: dict[str, list[Unit]] = {}
        for unit in self.register.units:
            for name in dict.fromkeys((unit.id, *unit.aliases)):
                self._by_name.setdefault(name, []).append(unit)
        self._people = {
            n: leader.id for leader in self.register.leaders for n in (leader.id, *leader.aliases)
        }
        self._positions = {unit.id: n for n, unit in enumerate(self.register.units)}
        self._currents: dict[date, dict[str, str]] = {}

    def __iter__(self) -> Iterator[Unit]:
        return iter(self.register.units)

    def find(self, name: str, day: date | None = None) -> Unit | None:
        """The unit of that id or alias; where several had it, the one in force on ``day``, else the latest."""
        found = self._by_name.get(name)
        if not found:
            return None
        if day is not None:
            found = [u for u in found if u.in_force(day)] or found
        return max(found, key=lambda u: u.from_ or date.min)

    def is_leader(self, name: str) -> bool:
        return name in self._people

    @property
    def leaders(self) -> list[str]:
        """Every name of every leader."""
        return list(self._people)

    def current(self, name: str, day: date) -> str:
        """Whose it is on ``day``: the id after every succession; a leader's own; a name that nobody knows stays itself."""
        known = self._currents.setdefault(day, {})
        if name not in known:
            known[name] = self._succeed(name, day)
        return known[name]

    def _succeed(self, name: str, day: date) -> str:
        unit = self.find(name, day)
        if unit is None:
            return self._people.get(name, name)
        seen = {unit.id}
        while following := self._following(unit, day):
            if following.id in seen:
                break
            unit = following
            seen.add(unit.id)
        return unit.id

    def _following(self, unit: Unit, day: date) -> Unit | None:
        """Who answers in its place on ``day``: the successor once it has ended, the one it came from before it began.

        A unit that came from several is itself at any time.
        """
        if unit.until is not None and unit.until < day:
            return self.find(unit.successor, day) if unit.successor else None
        if unit.from_ is not None and day < unit.from_:
            earlier = [u for u in self.register.units if u.successor and self.find(u.successor) is unit]
            return earlier[0] if len(earlier) == 1 else None
        return None

    def order(self, name: str) -> tuple[int, str]:
        """Sort key: the order of units.yaml, unknown names last."""
        unit = self.find(name)
        last = len(self._positions)
        return (self._positions[unit.id] if unit else last, name)

    @property
    def names(self) -> list[str]:
        """Every id and alias, for hints."""
        return sorted(self._by_name)

    def suggestion(self, name: str) -> str | None:
        """The full name that was most likely meant by an unknown one."""
        guess = nearest(name, self._by_name)
        unit = self.find(guess) if guess else None
        return unit.id if unit else None
