"""States that a register is listed by: a predicate under a name, so that whatever is counted can be listed.

A month or a year of a state is that of the judged day, from its first day through the day itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from ledger.base.days import month_end
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted

T = TypeVar("T")


@dataclass(frozen=True)  # with slots, 3.11 cannot call State[int](…)
class State(Generic[T]):
    """``label`` is its Chinese word; ``fits`` takes a thing as it stands on a day, and that day."""

    label: str
    fits: Callable[[T, date], bool]


def state_named(states: Mapping[str, State[Any]], word: str, option: str) -> str:
    """``closed`` or 已销账 → ``closed``; raises LedgerError for a word that is neither, naming those there are."""
    by_label = {state.label: name for name, state in states.items()}
    name = by_label.get(word, word)
    if name not in states:
        hint = did_you_mean(word, [*by_label, *states])
        known = "、".join(
            name if name == state.label else f"{name}（{state.label}）" for name, state in states.items()
        )
        raise LedgerError(f"{option} 没有{quoted(word)}；{hint}可写：{known}")
    return name


def takes(states: Mapping[str, State[T]], asked: Sequence[str], thing: T, day: date) -> bool:
    """Whether any of those asked for fits; asking for none asks for everything."""
    return not asked or any(states[name].fits(thing, day) for name in asked)


def this_month(when: date | None, day: date, *, year: bool = False) -> bool:
    """From the first day of the month (of the year) through the day."""
    first = day.replace(month=1, day=1) if year else day.replace(day=1)
    return when is not None and first <= when <= day


def next_month(when: date | None, day: date) -> bool:
    """In the calendar month after the day's, whole."""
    first = month_end(day) + timedelta(days=1)
    return when is not None and first <= when <= month_end(first)
