"""C108."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.names import has_register
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import PlacedScheme, placed_schemes
from ledger.measures.scoring.places import FEWEST
from ledger.model.ledger import Ledger


def _check(ledger: Ledger, day: date) -> Iterator[Finding]:
    """Of the version in force: what was before is history."""
    scheme = ledger.scoring.on(day)
    placed = next((p for p in placed_schemes(ledger) if p.scheme is scheme), None)
    if placed is not None and has_register(ledger):
        yield from _pools(ledger, placed, day)


def _pools(ledger: Ledger, placed: PlacedScheme, day: date) -> Iterator[Finding]:
    kinds = {unit.kind for unit in ledger.units if unit.in_force(day)}
    for n, pool in enumerate(placed.scheme.pools):
        count = sum(unit.kind == pool.kind and unit.in_force(day) for unit in ledger.units)
        if count >= FEWEST:
            continue
        if count:
            message = f"排名的一组“{pool.kind}”只有 {count} 个单位：排得出名次，没有最后一名"
            hint = f"不到 {FEWEST} 个单位不必排名，从方案新的一版的 pools 里去掉，或与别的一类并成一组"
        else:
            message = f"排名的一组“{pool.kind}”没有一个单位"
            hint = did_you_mean(pool.kind, kinds) or "kind 写 units.yaml 里的类别；不排的从 pools 里去掉"
        yield Finding(placed.spot("pools", n, "kind"), message, hint)


RULE = Rule(
    code="C108",
    name="pool-too-small",
    severity=Severity.WARNING,
    what="现行的评分方案里，排名的一组不到 3 个单位。没有写 pools 的，排区县和专项小组。",
    why="两个单位里总有一个最后，说明不了什么；所以不到 3 个的组没有人最后，表态发言、会诊也就落空。",
    example="pools:\n  - kind: 镇办          # units.yaml 里只有 2 个镇办",
    fix="这一组不必排名的，另加一版方案，pools 里不写它；单位没有登记全的，在 units.yaml 补上；类别写错的，改正。",
    check=_check,
)
