"""A unit's score in a period, point by point: what it earned of what applies to it (domain.md §5.1 to §5.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

from ledger.measures.scoring.book import ScoreBook
from ledger.measures.scoring.case import Case
from ledger.measures.scoring.gauge import Gauge, gauges
from ledger.measures.scoring.human import HumanScores
from ledger.measures.scoring.measured import Measured, plain
from ledger.model.registers.scores import HumanScore
from ledger.model.scoring import Aspect, Checkpoint

LineState = Literal["计分", "不适用", "待评"]


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One point. 计分: ``points`` of its weight; 不适用: nothing to measure; 待评: people have not scored or verified it yet.

    ``measured`` is what the ledger counts, ``human`` what somebody said, who has the last word; ``formula`` gives the exact points.
    """

    aspect: Aspect
    checkpoint: Checkpoint
    state: LineState
    points: Fraction | None = None
    formula: str = ""
    why: str = ""
    measured: Measured | None = None
    human: HumanScore | None = None

    @property
    def weight(self) -> Decimal:
        return self.checkpoint.weight

    @property
    def lost(self) -> Fraction:
        """Points of the weight that were not earned; 0 for what does not count."""
        return Fraction(self.weight) - self.points if self.points is not None else Fraction(0)


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """``score`` is out of a hundred, rounded once, here; None where too little applies to be ranked."""

    unit: str
    pool: str
    lines: tuple[ScoreLine, ...]
    least: Decimal

    @property
    def counted(self) -> list[ScoreLine]:
        return [line for line in self.lines if line.state == "计分"]

    @property
    def earned(self) -> Fraction:
        return sum((line.points for line in self.counted if line.points is not None), Fraction(0))

    @property
    def applicable(self) -> Decimal:
        """The weights of the points that count."""
        return sum((line.weight for line in self.counted), Decimal(0))

    @property
    def exact(self) -> Fraction | None:
        """The score before it is rounded."""
        whole = Fraction(self.applicable)
        return self.earned / whole * 100 if whole and self.applicable >= self.least else None

    @property
    def score(self) -> Decimal | None:
        return two_places(self.exact) if self.exact is not None else None

    @property
    def provisional(self) -> bool:
        """Whether people still have to score or to verify a point: then the score is 暂定."""
        return any(line.state == "待评" for line in self.lines)

    def of(self, aspect: str) -> tuple[Fraction, Decimal]:
        """What was earned in one of the aspects, of how much."""
        mine = [line for line in self.counted if line.aspect.id == aspect]
        earned = sum((line.points for line in mine if line.points is not None), Fraction(0))
        return earned, sum((line.weight for line in mine), Decimal(0))


def two_places(number: Fraction) -> Decimal:
    """Half-up."""
    scaled = Decimal(
        number.numerator * 1000 // number.denominator
    )  # one digit more than is kept; what is below it cannot lift a half
    return (scaled / 1000).quantize(Decimal("0.01"), ROUND_HALF_UP)


def card_of(book: ScoreBook, unit: str) -> ScoreCard:
    """``unit`` as it is called on the day."""
    pool, scores = book.kind(unit), HumanScores.of(book.ledger, book.period, book.day)
    lines = tuple(_lines(book, unit, pool, scores))
    return ScoreCard(unit, pool, lines, book.scheme.least)


def _lines(book: ScoreBook, unit: str, pool: str, scores: HumanScores) -> Iterator[ScoreLine]:
    for aspect in book.scheme.aspects:
        for point in aspect.checkpoints:
            if not point.scores(pool):
                yield ScoreLine(aspect, point, "不适用", why="不评这一类单位")
            else:
                yield _line(book, unit, aspect, point, scores)


def _line(book: ScoreBook, unit: str, aspect: Aspect, point: Checkpoint, scores: HumanScores) -> ScoreLine:
    human = scores.of_unit(unit, point.id) if point.by != "自动" else None
    measured = _measured(book, unit, point, gauges().get(point.gauge)) if point.by != "人工" else None
    if (
        human is not None and human.score > point.weight
    ):  # an error of C103: whatever is meant is not said yet
        why = f"评了{human.score}分，超过满分{point.weight}，改正以前不算"
        return ScoreLine(aspect, point, "待评", why=why, measured=measured)
    if human is not None:
        return ScoreLine(
            aspect,
            point,
            "计分",
            Fraction(human.score),
            plain(Fraction(human.score)),
            human.note or "",
            measured,
            human,
        )
    if measured is None:
        return ScoreLine(
            aspect, point, "待评", why="还没有人评分" if point.by == "人工" else "程序没有这个督察重点的算法"
        )
    value = measured.value
    if value is None:
        return ScoreLine(aspect, point, "不适用", why=measured.lacking, measured=measured)
    points, formula = Fraction(point.weight) * value, measured.formula(plain(Fraction(point.weight)))
    if point.by == "混合" and point.id not in scores.verified:
        return ScoreLine(aspect, point, "待评", None, formula, "程序数出来的还没有人核实", measured)
    return ScoreLine(aspect, point, "计分", points, formula, measured=measured)


def _measured(book: ScoreBook, unit: str, point: Checkpoint, gauge: Gauge | None) -> Measured | None:
    if gauge is None or gauge.measure is None:
        return None
    target = point.target if point.target is not None else gauge.target
    return gauge.measure(Case(book, unit, target))
