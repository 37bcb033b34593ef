"""C103."""

from collections.abc import Iterator
from datetime import date

from ledger.base.diagnostics import Severity
from ledger.base.text import did_you_mean
from ledger.checks.rule import Finding, Rule
from ledger.checks.scoring import PlacedSheet, placed_sheets, sheets
from ledger.measures.holdings import Holding
from ledger.measures.scoring.periods import period_ending
from ledger.model.ledger import Ledger
from ledger.model.registers.scores import HumanScore, ScoreSheet
from ledger.model.scoring import HUNDRED


def _check(ledger: Ledger, _: date) -> Iterator[Finding]:
    for holding in sheets(ledger):
        yield from _period(ledger, holding)
    for placed in placed_sheets(ledger):
        yield from _verified(placed)
        for score, at in placed.scores():
            yield from _year_end(score, at) if placed.sheet.of_year else _point(placed, score, at, ledger)
            yield from _unit(placed, score, at, ledger)


def _period(ledger: Ledger, holding: Holding) -> Iterator[Finding]:
    """Whether anything was scored then."""
    sheet: ScoreSheet = holding.record
    scheme = ledger.scoring.on(sheet.day) if sheet.day else None
    if sheet.day is None:
        message, hint = f"期“{sheet.id}”不是月份，也不是年份", "写作 2017-10；年底得分写作 2017"
    elif scheme is None or not scheme.aspects:
        message = f"{sheet.id} 没有执行中的评分方案"
        hint = "在 scoring.yaml 写这一期的方案，或改正期"
    elif not sheet.of_year and period_ending(sheet.day, scheme) is None:
        message, hint = f"{sheet.id} 不是一期：评分方案一季一排名", "期写季末的月份，如 2017-09"
    else:
        return
    yield Finding(holding.spot("id"), message, hint)


def _verified(placed: PlacedSheet) -> Iterator[Finding]:
    mixed = [p.id for p in placed.scheme.checkpoints if p.by == "混合"]
    for n, name in enumerate(placed.sheet.verified):
        if name not in mixed or placed.sheet.of_year:
            hint = did_you_mean(name, mixed) or f"混合评分的有：{'、'.join(mixed) or '没有'}"
            message = f"已核实的 {name} 在这一期不是混合评分的督察重点"
            yield Finding(placed.holding.spot("verified", n), message, hint)


def _year_end(score: HumanScore, at: Holding) -> Iterator[Finding]:
    if score.point is not None:
        yield Finding(at.spot("point"), f"{at.ref} 是年底得分，不分督察重点", "删去 point，写总的得分")
    if score.score > HUNDRED:
        yield Finding(at.spot("score"), f"{at.ref} 得分 {score.score}，年底得分满分 100", "改正得分")


def _point(placed: PlacedSheet, score: HumanScore, at: Holding, ledger: Ledger) -> Iterator[Finding]:
    asked = [p.id for p in placed.scheme.checkpoints if p.by != "自动"]
    point = placed.point(score)
    if score.point is None:
        yield Finding(at.spot(), f"{at.ref} 没有写督察重点", f"写 point：{'、'.join(asked)}")
    elif point is None:
        hint = did_you_mean(score.point, asked) or f"由人评的有：{'、'.join(asked) or '没有'}"
        message = f"{at.ref} 的督察重点 {score.point} 不在这一期的评分方案里"
        yield Finding(at.spot("point"), message, hint)
    elif point.by == "自动":
        message = f"{at.ref} 给 {point.id} 评分，这一期它由程序计分，这条不算"
        hint = f"由人评的有：{'、'.join(asked) or '没有'}；事实不对的，照改台账里的事实"
        yield Finding(at.spot("point"), message, hint)
    else:
        if score.score > point.weight:
            message = f"{at.ref} 得分 {score.score}，超过 {point.id} 的满分 {point.weight}"
            yield Finding(at.spot("score"), message, "改正得分")
        unit = ledger.units.find(ledger.units.current(score.unit, placed.day), placed.day)
        if unit is not None and not point.scores(unit.kind):
            message = (
                f"{at.ref} 给{unit.kind}“{score.unit}”评 {point.id}，方案里它只评{'、'.join(point.pools)}"
            )
            yield Finding(at.spot("point"), message, "删去这一条，或改正单位、督察重点")


def _unit(placed: PlacedSheet, score: HumanScore, at: Holding, ledger: Ledger) -> Iterator[Finding]:
    """A name that nobody has is told by P103."""
    unit = ledger.units.find(ledger.units.current(score.unit, placed.day), placed.day)
    if unit is None:
        return
    pools = [pool.kind for pool in placed.scheme.pools]
    if not unit.in_force(placed.day):
        message = f"{at.ref} 的“{score.unit}”在 {placed.day} 不在册"
        yield Finding(at.spot("unit"), message, "改写当时的单位，或核对 units.yaml 的起止日期")
    elif unit.kind not in pools:
        message = f"{at.ref} 的“{score.unit}”是{unit.kind}，不在排名的各组里（{'、'.join(pools)}）"
        yield Finding(at.spot("unit"), message, "改正单位；要排这一类的，在方案新的一版的 pools 里加上")


RULE = Rule(
    code="C103",
    name="score-astray",
    severity=Severity.ERROR,
    what=(
        "人工评分超出评分方案：得分超过满分（年底得分超过 100），督察重点不在这一期的方案里或由程序计分，"
        "单位当时不在册或不在排名的各组里，期不是月份或年份。"
    ),
    why="这些分要么多算，要么一分也没有算进去，而评分的人以为已经算了。",
    example="# scores/2017-10.yaml\n- {id: 1, unit: 望川区, point: C2, score: 4}     # C2 满分 3 分",
    fix="对照这一期执行的评分方案（ledger list checkpoints --month 2017-10），改正得分、督察重点或单位。",
    check=_check,
)
