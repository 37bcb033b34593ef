"""U103."""

from collections.abc import Iterable, Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.checks.names import Mention, mentions_of
from ledger.checks.rule import Finding, Rule
from ledger.model.ledger import Ledger
from ledger.model.units import Units


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    passing = {n for u in ledger.units if u.from_ or u.until for n in (u.id, *u.aliases)}
    passing -= set(ledger.units.leaders)
    yield from _astray(mentions_of(ledger, passing), ledger.units)


def _astray(found: Iterable[Mention], units: Units) -> Iterator[Finding]:
    for mention in found:
        if mention.day is None or mention.pointer[-1] == "from":  # a unit that ended may hand over
            continue
        unit = units.find(mention.name, mention.day)
        if unit is None or unit.in_force(mention.day):
            continue
        if unit.until is not None and unit.until < mention.day:
            message = f"{mention.day} 时“{mention.name}”已不再使用（用到 {unit.until}）"
            current = units.current(unit.id, mention.day)
            hint = f"改写继任单位“{current}”" if current != unit.id else "改写当时的单位名称"
        else:
            message = f"{mention.day} 时“{mention.name}”还没有启用（{unit.from_} 起）"
            hint = "改写当时的单位名称，或核对日期"
        yield Finding(mention.spot, message, hint)


RULE = Rule(
    code="U103",
    name="unit-not-in-force",
    severity=Severity.WARNING,
    what="记录那一天，所写的单位还没有成立，或已经更名、撤并。",
    why="不在的单位作不了决定，也接不了事项；多半是沿用了旧名称，或日期写错。",
    example=(
        "# 市旅游局 until: 2017-07-31，successor: 市旅游发展委\n"
        "- date: 2017-08-15\n"
        "  event: 移交\n"
        "  to: 市旅游局\n"
        "  by: 市委改革办"
    ),
    fix="改写当时的名称；单位的起止日期有误的，改 units.yaml 的 from、until。",
    check=_check,
)
