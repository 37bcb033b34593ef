"""The rungs that were issued for every subject, one after another, and what each of them was built on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.checks.items import Items
from ledger.checks.papers import PlacedRow, issued_slips
from ledger.measures.descent import Descent
from ledger.measures.history import History
from ledger.measures.limits import cycle_start
from ledger.measures.replay import replay
from ledger.model.items import RELAPSED, Item
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Step:
    """A row as a rung of the ladder. ``ended`` is the day from which it presses nobody."""

    placed: PlacedRow
    ended: date | None

    @property
    def subject(self) -> str:
        return self.placed.row.subject

    @property
    def rung(self) -> int:
        return self.placed.slip.rung

    @property
    def as_of(self) -> date:
        return self.placed.slip.as_of

    @property
    def paper(self) -> str:
        """The paper, as sentences name it."""
        return f"{self.placed.slip.kind}{self.placed.slip.id}"

    def stood(self, day: date) -> bool:
        return self.ended is None or self.ended > day

    def within(self, start: date | None) -> bool:
        """Whether it was judged in the cycle that began on that day; None is the first one."""
        return start is None or start <= self.as_of


@dataclass(frozen=True, slots=True)
class Climb:
    """A row that stands, and the earlier ones that it was built on.

    ``own`` are of the same subject, unit and cycle; ``shared`` count for it without being its own: those of the items
    it was split or merged from, and in the docking track the prompt to the task group.
    """

    step: Step
    own: tuple[Step, ...]
    shared: tuple[Step, ...]

    @property
    def before(self) -> tuple[Step, ...]:
        return self.own + self.shared


def climbs(ledger: Ledger) -> Iterator[Climb]:
    """Every row that stands, subject by subject, in the order in which the cases were judged."""
    ladder = _Ladder(ledger)
    for steps in ladder.steps.values():
        for n, step in enumerate(steps):
            if step.ended is None:
                yield ladder.climb(step, steps[:n])


def opens_cycle(event: str, result: str | None) -> bool:
    """Whether an item starts anew with an entry that says so, if it counts (domain.md §4.1 f)."""
    return event == "批准延期" or (event == "回头看" and result == RELAPSED)


def _has_cycles(item: Item) -> bool:
    """Whether papers about it may belong to several: it started anew, or is reviewed round by round."""
    if item.review_by is not None:
        return True
    return any((e.event == "进展" and e.until) or opens_cycle(e.event, e.result) for e in item.log)


class _Ladder:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._items = Items(ledger)
        self.steps: dict[tuple[str, str], list[Step]] = {}
        for paper in issued_slips(ledger):
            for placed in paper.rows():
                step = Step(placed, placed.ended)
                self.steps.setdefault((paper.slip.track, step.subject), []).append(step)
        for steps in self.steps.values():
            steps.sort(key=lambda s: (s.as_of, s.rung))  # stable: then by id, then as written
        self._descent = Descent(ledger.items() if self.steps else ())

    def climb(self, step: Step, earlier: list[Step]) -> Climb:
        if step.placed.slip.track == "docking":  # has no cycles
            prompts = (e for e in earlier if e.rung == 1 and not self._same_unit(e, step))
            return Climb(step, tuple(e for e in earlier if self._same_unit(e, step)), tuple(prompts))
        if not earlier and step.subject not in self._descent:
            return Climb(step, (), ())
        history = self._history(step)
        start = cycle_start(history, step.as_of) if history else None
        own = tuple(e for e in earlier if e.within(start) and self._same_unit(e, step))
        return Climb(step, own, tuple(self._handed_on(step, history.cycle if history else None)))

    def _history(self, step: Step) -> History | None:
        """As known on the day the case was judged; None where all is one cycle."""
        found = self._items.find(step.subject)
        if found is None or not _has_cycles(found.item):
            return None
        return replay(found.item, found.plan.lead, step.as_of)

    def _same_unit(self, earlier: Step, step: Step) -> bool:
        """By the names of the later day: two units that were merged since were two when both got a paper."""
        names = (earlier.placed.slip.unit, step.placed.slip.unit)
        return len({self._ledger.units.current(name, step.as_of) for name in names}) == 1

    def _handed_on(self, step: Step, cycle: date | None) -> Iterator[Step]:
        """What had been issued for the items that went into this one, whomever it was addressed to."""
        for ancestor in self._descent.ancestors(step.subject, self._ledger, step.as_of, cycle):
            issued = self.steps.get(("item", ancestor.ref), ())
            yield from (s for s in issued if s.as_of <= step.as_of and s.within(ancestor.cycle_start))
