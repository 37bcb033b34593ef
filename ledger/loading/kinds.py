"""What kind of thing a file of the ledger holds, by its name; the closed list of design §2, and the registers."""

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, TypeAdapter

from ledger.model.fields import STRICT, about
from ledger.model.plans import Plan
from ledger.model.policy import Policies
from ledger.model.register import Register
from ledger.model.scoring import Schemes
from ledger.model.settings import RestYears, Settings
from ledger.model.shelves import registers
from ledger.model.slips import Slip
from ledger.model.units import Register as UnitRegister


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its record, and the name under which its schema is published.

    ``register`` is the one whose things it holds: a list of them under its name, or (``folder``) one.
    """

    name: str
    record: type
    title: str
    register: Register[Any] | None = dataclasses.field(default=None, hash=False)


LEDGER = Kind("ledger", Settings, "台账")
UNITS = Kind("units", UnitRegister, "单位")
POLICY = Kind("policy", Policies, "督办规则")
CALENDAR = Kind("calendar", RestYears, "放假安排")
SCORING = Kind("scoring", Schemes, "评分方案")
PLAN = Kind("plan", Plan, "改革方案")
SLIP = Kind("slip", Slip, "三单一书")

_BY_NAME = {
    "ledger.yaml": LEDGER,
    "units.yaml": UNITS,
    "policy.yaml": POLICY,
    "calendar.yaml": CALENDAR,
    "scoring.yaml": SCORING,
}
_RESERVED = ("registers/", "bulletins/")


def kinds() -> list[Kind]:
    """All of them; every register is imported."""
    return [*_BY_NAME.values(), PLAN, SLIP, *(register_kind(name) for name in registers())]


@cache
def register_kind(name: str) -> Kind:
    register = registers()[name]
    record = register.thing.record if register.folder else _list_of(register)
    return Kind(name, record, register.word, register)


def _list_of(register: Register[Any]) -> type:
    """The record of ``registers/NAME.yaml``: one key, the register's name, and the things below it."""
    hint = Annotated[tuple[register.thing.record, ...], about(register.thing.word, register.about)]  # type: ignore[name-defined]
    return dataclasses.make_dataclass(
        f"{register.name.title().replace('_', '')}Register",
        [(register.name, hint, dataclasses.field(default=()))],
        namespace={
            "__pydantic_config__": STRICT,
            "__annotations__": {"__pydantic_config__": ClassVar[ConfigDict]},
        },
        frozen=True,
        slots=True,
        kw_only=True,
    )


def kind_of(name: str) -> Kind | None:
    """By the path from the ledger's folder; None for a register that this version does not read."""
    known = _BY_NAME.get(name)
    if known:
        return known
    folder, _, rest = name.partition("/")
    if folder == "slips" and rest:
        return SLIP
    if folder == "registers" and _is_register(rest.removesuffix(".yaml"), folder=False):
        return register_kind(rest.removesuffix(".yaml"))
    if rest and _is_register(folder, folder=True):
        return register_kind(folder)
    return None if name.startswith(_RESERVED) else PLAN


def _is_register(name: str, *, folder: bool) -> bool:
    return name in registers() and registers()[name].folder == folder


@cache
def adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(kind.record)
