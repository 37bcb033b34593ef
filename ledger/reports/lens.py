"""Lenses of inspections (S0, S1, S4): what the ledger can say of each part, in numbers that name their rows, and what it cannot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ledger.base.errors import LedgerError
from ledger.base.registry import modules
from ledger.measures.plan_states import PLAN_STATES, PlanProgress
from ledger.measures.selection import Selection
from ledger.reports.bulletin.figures import Counter, Figure, Number, Rate, Reading
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.queries import flags_of, query_of
from ledger.reports.listing import listings


class Verdict(StrEnum):
    """Given only where data allows."""

    HOLDS = "符合"
    FAILS = "不符合"
    OPEN = "须人工判断"


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a lens: its numbers, the verdict and ``why``; ``judge`` is what people have to look at themselves."""

    key: str
    title: str
    figures: tuple[Number, ...]
    verdict: Verdict
    why: str
    judge: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """``source``: whose words these are."""

    key: str
    title: str
    source: str
    build: "Callable[[View], Sequence[Part]]"


def lenses() -> list[Lens]:
    """In the order of their files."""
    return [module.LENS for module in modules("ledger.reports.lenses")]


@dataclass(frozen=True)
class View:
    """A ledger on a day as far as it was ``chosen``; every number comes with the query that lists it.

    What the filters mean nothing to (a meeting has no plan) is None.
    """

    counter: Counter
    chosen: Selection

    @classmethod
    def of(cls, month: Month, chosen: Selection) -> "View":
        return cls(Counter(month, "lens"), chosen)

    @property
    def month(self) -> Month:
        return self.counter.month

    @property
    def whole(self) -> bool:
        return self.chosen == Selection()

    @property
    def known_plans(self) -> list[PlanProgress]:
        """Those chosen; where items were narrowed, those that still have one."""
        if self.whole:
            return self.month.progress
        named = (
            {s.plan.id for s in self.month.items_of("total", self.chosen)} if self.chosen.by_item else None
        )
        return [
            p
            for p in self.month.progress
            if self.chosen.takes_plan(p.plan) and (named is None or p.plan.plan.id in named)
        ]

    def items(self, figure: str) -> Figure:
        return self.counter.items(figure, self.chosen)

    def plans(self, state: str) -> Figure:
        if self.whole:
            return self.counter.plans(state)
        found = [p for p in self.known_plans if PLAN_STATES[state].fits(p, self.month.day)]
        return self._figure("plans", f"{PLAN_STATES[state].label}（方案）", len(found), state=state)

    def things(self, register: str, state: str = "", kind: str = "") -> Figure | None:
        if self.whole:
            return self.counter.things(register, state, kind)
        spec = listings()[register].spec
        asked = replace(
            self.chosen,
            states=tuple(filter(None, (state,))),
            kinds=tuple(filter(None, (kind,))),
        )
        try:
            found = spec.chosen(self.month.things(register), self.month.ledger, asked)
        except LedgerError:
            return None
        words = f"{spec.all_states[state].label if state else '全部'}{spec.kinds[kind].label if kind else ''}"
        return self._figure(register, f"{words}（{spec.thing.word}）", len(found), state=state, kind=kind)

    def reading(self, register: str, name: str) -> Reading | None:
        return self.counter.reading(register, name) if self.whole else None

    def rows(self, state: str) -> Figure | None:
        """Rows of papers."""
        return self.counter.rows(state) if self.whole else None

    def rate(self, part: Figure, whole: Figure, label: str) -> Rate:
        return self.counter.rate(part, whole, label, self.chosen)

    def _figure(self, register: str, label: str, value: int, *, state: str = "", kind: str = "") -> Figure:
        flags = [*flags_of(self.chosen)]
        flags += [*(("--kind", kind) if kind else ()), *(("--state", state) if state else ())]
        return Figure("", label, value, query_of(["list", register], self.month.day, flags))


def told(*numbers: Number | None) -> tuple[Number, ...]:
    """Those that there are."""
    return tuple(number for number in numbers if number is not None)


def clean(view: View, *bad: Figure | None) -> Verdict:
    """HOLDS where nothing bad is counted; of no items nobody can say anything."""
    if not view.items("total").value:
        return Verdict.OPEN
    return Verdict.HOLDS if none_of(*bad) else Verdict.FAILS


NOTHING_THERE = "没有计数的事项"


def none_of(*figures: Figure | None) -> bool:
    """Whether nothing is counted by any of them."""
    return not any(figure is not None and figure.value for figure in figures)
