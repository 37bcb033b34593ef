"""U101."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.base.diagnostics import Pointer, Severity, Spot
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.units import Unit


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    path = ledger.paths.get(("units", ""), "")
    claims: dict[str, list[_Claim]] = {}
    for n, unit in enumerate(ledger.units):
        own: set[str] = set()
        for name, steps in _names(unit):
            claim = _Claim(unit, Spot(path, ("units", n, *steps)))
            if name not in own:
                yield from _conflicts(name, claim, claims.setdefault(name, []))
            own.add(name)


@dataclass(frozen=True, slots=True)
class _Claim:
    unit: Unit
    spot: Spot


def _names(unit: Unit) -> Iterator[tuple[str, Pointer]]:
    yield unit.id, ("id",)
    for k, alias in enumerate(unit.aliases):
        yield alias, ("aliases", k)


def _conflicts(name: str, claim: _Claim, earlier: list[_Claim]) -> Iterator[Finding]:
    other = next((c for c in earlier if _overlap(c.unit, claim.unit)), None)
    earlier.append(claim)
    if other is not None:
        message = f"“{name}”已是 {other.unit.id} 的名称或别名"
        hint = "留给一个单位；先后使用的，写 from 和 until 分开"
        yield Finding(claim.spot, message, hint, ((other.spot, "先登记在这里"),))


def _overlap(one: Unit, other: Unit) -> bool:
    start = max(one.from_ or date.min, other.from_ or date.min)
    return start <= min(one.until or date.max, other.until or date.max)


RULE = Rule(
    code="U101",
    name="name-claimed-twice",
    severity=Severity.ERROR,
    what="同一个名称在同一时期属于两个单位。",
    why="写这个名称的事项不知道该算在谁头上，两个单位的清单都不准。",
    example=(
        "units:\n"
        "  - id: 市发展改革委\n"
        "    aliases: [市发改委]\n"
        "  - id: 市粮食局\n"
        "    aliases: [市发改委]     # 已是上一个单位的别名"
    ),
    fix=(
        "留给真正使用这个名称的单位，另一个删去；名称先后归两个单位用的，给两个单位写 from 和 until，"
        "不要重叠。"
    ),
    check=_check,
)
