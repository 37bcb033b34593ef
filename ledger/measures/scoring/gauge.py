"""How one 督察重点 is measured: a page for people and a function; one file each in ``measures/checkpoints/``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ledger.base.registry import modules
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.measured import Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """``code`` as in ``scoring.yaml`` (B3). ``measure`` is None where only people can say.

    ``formula`` is what a value from 0 to 1 is made of, in words; ``data`` where its numbers stand in the ledger,
    ``lists`` the command that lists them; ``gain`` how a unit gets the points. ``target`` is the default of what scoring.yaml calls target,
    ``target_means`` what it is; empty where there is none. ``needs_target``: without one nobody can be measured.
    """

    code: str
    title: str
    formula: str
    data: str
    gain: str
    lists: str = ""
    target: Decimal | None = None
    target_means: str = ""
    needs_target: bool = False
    measure: Callable[[Case], Measured] | None = None


@cache
def gauges() -> Mapping[str, Gauge]:
    """All of them by code, in the order of their files."""
    found: list[Gauge] = [module.GAUGE for module in modules("ledger.measures.checkpoints")]
    return {gauge.code: gauge for gauge in found}
