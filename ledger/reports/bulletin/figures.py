"""Numbers of a bulletin: each is counted by the query that stands beside it, so it can name what it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ledger.measures.counting import WORDS
from ledger.measures.docking_states import DOCKING_STATES
from ledger.measures.paper_states import ROW_KINDS, ROW_STATES, SLIP_KINDS, SLIP_STATES
from ledger.measures.plan_states import PLAN_STATES
from ledger.measures.progress import percent
from ledger.measures.scoring.figures import figures_of
from ledger.measures.scoring.month_ranking import MonthRanking
from ledger.measures.scoring.unit_score import UnitScore
from ledger.measures.selection import Selection
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.reports.bulletin.layout import LAYOUT
from ledger.reports.bulletin.month import Month
from ledger.reports.bulletin.queries import flags_of, query_of, quoted_word, slug_of
from ledger.reports.listing import listings
from ledger.reports.register_list import RegisterList, shown_value

EVERYTHING = Selection()
_COUNTED = {"plans": "（方案）", "upstream": "（上级文件）", "rows": "（行）"}
"""What a register's count is of, where the state does not say it: items have labels of their own, papers their kinds."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` is how many rows ``query`` lists. ``key`` is its own in the bulletin: ``overview.completed``."""

    key: str
    label: str
    value: int
    query: str

    def __str__(self) -> str:
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Rate:
    """``part`` of ``whole`` in per cent, one decimal, half-up."""

    key: str
    label: str
    part: Figure
    whole: Figure

    @property
    def value(self) -> str | None:
        """``"64.3"``; None without a whole."""
        return percent(self.part.value, self.whole.value)

    def __str__(self) -> str:
        return f"{self.value}%" if self.value is not None else "—"

    @property
    def full(self) -> str:
        """``64.3%（461/717）``: with both its numbers; ``—`` without a whole."""
        return f"{self}（{self.part}/{self.whole}）" if self.value is not None else str(self)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure of a register that is no count of its things: a sum, a share, what is written of one. ``query`` prints it.

    ``picked``: it is told beside another number, or because it stood out among its like; that another issue is without it says nothing.
    """

    key: str
    label: str
    value: str | None
    unit: str
    query: str
    picked: bool = False

    def __str__(self) -> str:
        return f"{self.value}{self.unit}" if self.value is not None else "—"


Number = Figure | Rate | Reading


@dataclass
class Counter:
    """Counts for one section and keeps what it counted: the only way for a number to get into a bulletin.

    ``of`` names whose number it is in words, where a table asks the same of many; keys say it by what was chosen.
    """

    month: Month
    section: str
    numbers: dict[str, Number] = field(default_factory=dict)
    layout: int = LAYOUT

    def items(self, figure: str = "total", chosen: Selection = EVERYTHING, *, of: str = "") -> Figure:
        """Items that ``figure`` counts on the month's last day."""
        return self._counted(self.month, WORDS[figure], (figure,), figure, chosen, of)

    def items_before(self, figure: str = "total", chosen: Selection = EVERYTHING, *, of: str = "") -> Figure:
        """The same on the last day of the month before, from the same files."""
        label = f"{WORDS[figure]}（上月底）"
        return self._counted(self.month.before, label, (figure, "before"), figure, chosen, of)

    def items_at(self, month: Month, figure: str = "total") -> Figure:
        """The same on the last day of any month."""
        words = f"{month.day:%Y-%m}"
        return self._counted(month, f"{words} {WORDS[figure]}", (figure, words), figure, EVERYTHING, "")

    def plans(self, state: str = "") -> Figure:
        return self._listed("plans", PLAN_STATES, self.month.progress, state)

    def documents(self, state: str = "") -> Figure:
        """Documents from above."""
        return self._listed("upstream", DOCKING_STATES, self.month.documents, state)

    def slips(self, state: str, kind: str) -> Figure:
        """Papers; ``kind`` by its identifier."""
        among = [s for s in self.month.ledger.slips if SLIP_KINDS[kind].fits(s, self.month.day)]
        return self._listed("slips", SLIP_STATES, among, state, kind)

    def rows(self, state: str, kind: str = "") -> Figure:
        """Rows of papers; without ``kind`` of all four."""
        day = self.month.day
        among = [r for r in self.month.rows if not kind or ROW_KINDS[kind].fits(r, day)]
        return self._listed("rows", ROW_STATES, among, state, kind)

    def proposals(self, word: str, value: int) -> Figure:
        """Rows that ``escalate`` proposes on the month's last day: of one rung, or referred to the meeting."""
        query = query_of(["escalate"], self.month.day, ["--only", word])
        label = f"应发{word}" if word != "移交建议" else word
        return self._figure(("proposed", word), label, value, query)

    def things(self, register: str, state: str = "", kind: str = "") -> Figure:
        """Things of a register that ``ledger list`` makes of a RegisterList."""
        spec, day = _spec(register), self.month.day
        among = [t for t in self.month.things(register) if not kind or spec.kinds[kind].fits(t, day)]
        return self._listed(register, spec.all_states, among, state, kind, spec.kinds, spec.thing.word)

    def reading(self, register: str, name: str, state: str = "", kind: str = "") -> Reading:
        """A figure of the things of a register, or of those in a state or of a kind, as ``ledger list`` gives it below its table."""
        spec, day = _spec(register), self.month.day
        figure = spec.figure(name)
        among = self.month.things(register)
        among = [t for t in among if not state or spec.all_states[state].fits(t, day)]
        value = figure.of([t for t in among if not kind or spec.kinds[kind].fits(t, day)], day)
        flags = [*(("--kind", kind) if kind else ()), *(("--state", state) if state else ())]
        query = query_of(["list", register], day, [*flags, "--figure", name])
        words = "，".join(
            [*([spec.kinds[kind].label] if kind else []), *([spec.all_states[state].label] if state else [])]
        )
        label = f"{figure.label}（{words}）" if words else figure.label
        key = ".".join(filter(None, (self.section, register, name, state, kind)))
        text = str(value) if value is not None else None
        number = Reading(key, label, text, figure.unit, query)
        self.numbers[key] = number
        return number

    def cell(self, register: str, thing: ThingStanding[Any], key: str) -> Reading:
        """What a column of the register's list says of one thing: a result that others published, or a survey's share."""
        column = next(c for c in _spec(register).columns if c.key == key)
        said = shown_value(column.of(thing))
        text = str(said) if said not in {None, ""} else None
        query = query_of(["list", register], self.month.day, ["--text", thing.course.title])
        label = f"{column.head}（{thing.ref}）"
        number = Reading(f"{self.section}.{register}.{thing.ref}.{key}", label, text, "", query)
        if text is not None:
            self.numbers[number.key] = number
        return number

    def score(self, ranking: MonthRanking, unit: str, name: str, *, picked: bool = False) -> Reading:
        """A number of a unit's score in a period, as ``ledger score UNIT --figure NAME`` prints it.

        ``unit`` as it is called on the period's last day.
        """
        scored, when = UnitScore(ranking, unit), ""
        if ranking.month != f"{self.month.day:%Y-%m}":
            when = ranking.month
        figure = figures_of(scored)[name]
        key = ".".join(filter(None, (self.section, when, unit, name)))
        label = f"{unit} {figure.label}" + (f"（{when}）" if when else "")
        query = query_of(["score", quoted_word(unit)], ranking.book.day, ["--figure", name])
        number = Reading(key, label, figure.of(scored), figure.unit, query, picked)
        self.numbers.setdefault(key, number)
        return number

    def rate(
        self, part: Figure, whole: Figure, label: str, chosen: Selection = EVERYTHING, *, of: str = ""
    ) -> Rate:
        """``chosen`` is what both count among."""
        key = ".".join(filter(None, (self.section, "rate", label, *(slug_of(chosen) or (of,)))))
        number = Rate(key, f"{of} {label}".strip(), part, whole)
        self.numbers[key] = number
        return number

    def _listed(
        self,
        register: str,
        states: Mapping[str, State[T]],
        among: Iterable[T],
        state: str,
        kind: str = "",
        kinds: Mapping[str, State[Any]] = SLIP_KINDS,
        thing: str = "",
    ) -> Figure:
        """Those that ``ledger list REGISTER`` lists under the state, and of the kind."""
        day = self.month.day
        found = [thing for thing in among if not state or states[state].fits(thing, day)]
        flags = [*(("--kind", kind) if kind else ()), *(("--state", state) if state else ())]
        word = states[state].label if state else "全部"
        label = f"{word}{kinds[kind].label if kind else ''}{_counted_thing(register, thing)}"
        query = query_of(["list", register], day, flags)
        slug = tuple(filter(None, (register, state, kind)))
        return self._figure(slug, label, len(found), query)

    def _counted(
        self, month: Month, label: str, slug: tuple[str, ...], figure: str, chosen: Selection, of: str
    ) -> Figure:
        query = query_of(["items"], month.day, [*flags_of(chosen), "--status", figure])
        slug = (*slug, *slug_of(chosen))
        return self._figure(slug, f"{of} {label}".strip(), len(month.items_of(figure, chosen)), query)

    def _figure(self, slug: tuple[str, ...], label: str, value: int, query: str) -> Figure:
        key = ".".join((self.section, *slug))
        number = Figure(key, label, value, query)
        self.numbers[key] = number
        return number


def _spec(register: str) -> RegisterList:
    spec: RegisterList = listings()[register].spec
    return spec


def _counted_thing(register: str, thing: str) -> str:
    return f"（{thing}）" if thing else _COUNTED.get(register, "")
