"""C102."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.names import has_register
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import PlacedScheme, placed_schemes
from ledger.measures.scoring.gauge import gauges
from ledger.model.ledger import Ledger
from ledger.model.scoring import Checkpoint


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    kinds = {unit.kind for unit in ledger.units} if has_register(ledger) else None
    for placed in placed_schemes(ledger):
        yield from _twice(placed)
        for point, steps in placed.points():
            yield from _gauge(placed, point, steps)
            unknown = [pool for pool in point.pools if kinds is not None and pool not in kinds]
            for pool in unknown:
                hint = did_you_mean(pool, kinds or ()) or "写 units.yaml 里的 kind"
                message = f"{point.id} 只评“{pool}”，units.yaml 里没有这一类单位"
                yield Finding(placed.spot(*steps, "pools"), message, hint)


def _twice(placed: PlacedScheme) -> Iterator[Finding]:
    seen = set[str]()
    for a, aspect in enumerate(placed.scheme.aspects):
        if aspect.id in seen:
            message = f"{placed.name}里有两个方面的编号是 {aspect.id}"
            yield Finding(placed.spot("aspects", a, "id"), message, "一个方面一个编号")
        seen.add(aspect.id)
    seen.clear()
    for point, steps in placed.points():
        if point.id in seen:
            message = f"{placed.name}里有两个督察重点的编号是 {point.id}"
            yield Finding(placed.spot(*steps, "id"), message, "一个督察重点一个编号，重复的删去")
        seen.add(point.id)


def _gauge(placed: PlacedScheme, point: Checkpoint, steps: tuple[str | int, ...]) -> Iterator[Finding]:
    """Whether there is what should measure it, and whether a target means anything to that."""
    if point.by == "人工":
        if point.target is not None:
            message = f"{point.id} 由人评分，定额没有用处"
            yield Finding(placed.spot(*steps, "target"), message, "删去 target")
        return
    known = {code: gauge for code, gauge in gauges().items() if gauge.measure is not None}
    gauge = known.get(point.gauge)
    if gauge is None:
        at = placed.spot(*steps, "measure" if point.measure else "id")
        message = f"{point.id} 是{point.by}评分，程序却没有 {point.gauge} 的算法"
        guess = did_you_mean(point.gauge, known)
        how = "由人评的写 by: 人工；编号不同的，用 measure 写明用哪一个的算法，见 ledger rule"
        yield Finding(at, message, f"{guess}{how}" if guess else how)
    elif point.target is None and gauge.needs_target:
        message = f"{point.id} 用 {gauge.code} 的算法，没有写定额，谁都不适用"
        yield Finding(placed.spot(*steps), message, f"写 target：{gauge.target_means}")
    elif point.target is not None and not gauge.target_means:
        message = f"{point.id} 用 {gauge.code} 的算法，定额没有用处"
        yield Finding(placed.spot(*steps, "target"), message, "删去 target")
    elif point.target is not None and not point.target:
        message = f"{point.id} 的定额是 0，算不出得分"
        yield Finding(placed.spot(*steps, "target"), message, f"写大于 0 的数：{gauge.target_means}")


RULE = Rule(
    code="C102",
    name="checkpoint-astray",
    severity=Severity.ERROR,
    what=(
        "评分方案里，督察重点（或方面）的编号重复；自动、混合评分的，程序没有它的算法；"
        "用不到定额的写了定额，一定要写的没有写，或定额是 0；只评的单位类别不存在。"
    ),
    why="编号重复，人评的分就不知道算在哪一个上；没有算法的督察重点谁都评不了，每个单位都停在待评。",
    example="- {id: B9, title: 逾期存量, weight: 8}        # 程序的编号是 B3",
    fix=(
        "改正编号。方案的编号与程序不同的，写 measure，如 {id: 2-3, measure: B3, …}；"
        "由人评的写 by: 人工。各督察重点怎样算、要不要定额，见 ledger rule B3。"
    ),
    check=_check,
)
