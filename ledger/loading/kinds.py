"""What kind of thing a file of the ledger holds, by its name; the closed list of design §2."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ledger.model.plans import Plan
from ledger.model.policy import Policies
from ledger.model.registers.upstream import UpstreamRegister
from ledger.model.settings import RestYears, Settings
from ledger.model.slips import Slip
from ledger.model.units import Register


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its record, and the name under which its schema is published."""

    name: str
    record: type
    title: str


LEDGER = Kind("ledger", Settings, "台账")
UNITS = Kind("units", Register, "单位")
POLICY = Kind("policy", Policies, "督办规则")
CALENDAR = Kind("calendar", RestYears, "放假安排")
PLAN = Kind("plan", Plan, "改革方案")
SLIP = Kind("slip", Slip, "三单一书")
UPSTREAM = Kind("upstream", UpstreamRegister, "上级文件")

KINDS = (LEDGER, UNITS, POLICY, CALENDAR, PLAN, SLIP, UPSTREAM)
_BY_NAME = {
    "ledger.yaml": LEDGER,
    "units.yaml": UNITS,
    "policy.yaml": POLICY,
    "calendar.yaml": CALENDAR,
    "registers/upstream.yaml": UPSTREAM,
}
_RESERVED = ("scoring.yaml", "registers/", "inspections/", "scores/", "bulletins/")


def kind_of(name: str) -> Kind | None:
    """By the path from the ledger's folder; None for a register that this version does not read."""
    known = _BY_NAME.get(name)
    if known:
        return known
    if name.startswith("slips/"):
        return SLIP
    return None if name.startswith(_RESERVED) else PLAN


@cache
def adapter(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(kind.record)
