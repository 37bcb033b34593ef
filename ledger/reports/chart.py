"""A picture of numbers that also stand in the text or a table beside it. It knows no format."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class ChartKind(StrEnum):
    """A bar for each category; months in order, as a line; steps, each of them a part of the one before."""

    BARS = "bars"
    TREND = "trend"
    FUNNEL = "funnel"


class Point(NamedTuple):
    """One category, month or step; a ``value`` of None was not measured, and ``text`` says why."""

    label: str
    value: Decimal | None
    text: str


def digits(value: Decimal) -> str:
    """A value as programs that draw read it: 62.5, 1000; no exponent, no zeros at the end."""
    return format(value.normalize(), "f")


@dataclass(frozen=True, slots=True)
class Chart:
    """``texts`` stand behind the bars: “63.1%（111/176）”. ``whole`` is the full scale, None: the largest value.

    Values are finite and not below zero. Raises ValueError when there are not as many of each.
    """

    title: str
    kind: ChartKind
    labels: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    texts: tuple[str, ...]
    unit: str
    whole: Decimal | None = None

    def __post_init__(self) -> None:
        if not len(self.labels) == len(self.values) == len(self.texts):
            raise ValueError("a chart has as many labels as values and texts")

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(map(Point, self.labels, self.values, self.texts))

    @property
    def measured(self) -> tuple[Decimal, ...]:
        return tuple(value for value in self.values if value is not None)

    @property
    def scale(self) -> Decimal:
        """What the longest possible bar stands for: never less than a value, never nothing."""
        return max((self.whole or Decimal(0), *self.measured)) or Decimal(1)

    @property
    def caption(self) -> str:
        """The title with the unit of the numbers."""
        return f"{self.title}（单位：{self.unit}）" if self.unit else self.title
