"""A new plan, item or unit: the file that it goes into, and what that file says afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.actions.importing.home import Home
from ledger.actions.importing.new_plan import file_name, file_text
from ledger.actions.importing.register import grown_register
from ledger.base.days import parse_day
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.files.scalars import Value
from ledger.files.splice import append
from ledger.files.tails import Tail
from ledger.loading.kinds import PLAN

Given = Mapping[str, Value]
"""What was said of the new thing, by the keys of files; what was not said is not there."""


@dataclass(frozen=True, slots=True)
class Created:
    """``name`` is the file's from the ledger's folder; ``before`` is None where there is no such file yet."""

    name: str
    before: bytes | None
    after: bytes


def new_plan(home: Home, identifier: str, given: Given, today: date) -> Created:
    """A file of its own in the folder of the year of 印发, else of the year that its id names, else of this year.

    ``issued`` is the day of 印发. Raises LedgerError for a plan that is there.
    """
    known = home.ledger.paths.get(("plan", identifier))
    if known is not None:
        raise LedgerError(f"方案 {identifier} 已经有了，在 {known}；添事项用 ledger new item {identifier}")
    fields = {"id": identifier, **{key: value for key, value in given.items() if key != "issued"}}
    issued = given.get("issued")
    if issued is not None:
        fields["log"] = [{"date": issued, "event": "印发"}]
    name = file_name(identifier, parse_day(str(issued)) if issued is not None else None, today.year)
    twin = next((path for path in home.contents if home.name(path).casefold() == name.casefold()), None)
    if twin is not None and home.name(twin) != name:
        raise LedgerError(
            f"{twin} 的编号与 {identifier} 只有大小写不同，在 Windows、macOS 上是同一个文件；改用不同的编号"
        )
    if (home.folder / name).exists():
        raise LedgerError(f"{name} 已经有了，里面不是 {identifier}；先按 ledger check 改好那个文件")
    return Created(name, None, file_text({**fields, "items": []}, PLAN, name, home.folder).encode())


def new_item(home: Home, plan: str, given: Given, _: date) -> Created:
    """Below the plan's last item, under the next number unless ``id`` says another.

    Raises LedgerError for a plan that is not there, and an item that is.
    """
    found = home.ledger.plan(plan)
    if found is None:
        hint = did_you_mean(plan, [p.id for p in home.ledger.plans]) or "用 ledger list plans 查看编号"
        raise LedgerError(f"没有方案{quoted(plan)}；{hint}")
    ids = [item.id for item in found.items]
    identifier = given.get("id", str(1 + max((int(i) for i in ids if i.isdecimal()), default=0)))
    if identifier in ids:
        raise LedgerError(f"{plan}/{identifier} 已经有了；不写 --id 就接着往下编")
    path = home.ledger.paths["plan", plan]
    fields = {"id": identifier, **given}
    before = home.contents[path]
    return Created(home.name(path), before, append(before, [Tail((), [fields], "items", apart=True)]))


def new_unit(home: Home, name: str, given: Given, _: date) -> Created:
    """At the end of the register. Raises LedgerError for a name that a unit has, and where there is no register.

    One with a single unit would turn every other name that the ledger uses into an error.
    """
    names = [name, *_several(given.get("aliases", []))]
    for one in names:
        unit = home.ledger.units.find(one)
        if unit is not None:
            whose = "" if one == unit.id else f"，是{unit.id}的另一个名称"
            raise LedgerError(f"单位{quoted(one)}已经有了{whose}；更名、撤并的写法见 plans/README.md")
    fields: dict[str, Value] = {"id": name, **given}
    return Created(*grown_register([fields], home))


def _several(value: Value) -> list[str]:
    return [value] if isinstance(value, str) else [str(name) for name in value]


CREATORS: Mapping[str, Callable[[Home, str, Given, date], Created]] = {
    "plan": new_plan,
    "item": new_item,
    "unit": new_unit,
}
"""By the word that command lines have for each kind of thing."""
