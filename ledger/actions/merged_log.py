"""Three versions of a log → one: what landed, then what the other side added, in the order of that side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from ledger.base.days import NoSuchDay, parse_day
from ledger.base.errors import LedgerError
from ledger.checks.logs import standing
from ledger.model.entries import Entry, Voided
from ledger.model.facts import voided

_RECORDED = "recorded"
Log = Sequence[Any]


class ConflictError(LedgerError):
    """Both sides changed the same thing, or a log that one of them did not only add to."""


@dataclass(frozen=True, slots=True)
class MergedLog:
    """``dropped`` and ``late`` are numbers on the other side.

    What is dropped, landed has too; what is late has to say when it was recorded, which ``entries`` do.
    """

    entries: list[Any]
    dropped: frozenset[int]
    late: tuple[int, ...]


def merge_logs(base: Log, landed: Log, other: Log, today: date) -> MergedLog:
    """Raises ConflictError unless both sides only added."""
    if list(other[: len(base)]) != list(base):
        raise ConflictError("log 里不只是添了新的")
    twins = _beyond(landed, base)
    dropped, news = set[int](), list[int]()
    for n, entry in enumerate(other[len(base) :], len(base)):
        twin = next((t for t in twins if _same(t, entry)), None)
        if twin is None:
            news.append(n)
        else:
            twins.remove(twin)
            dropped.add(n)
    merged = [*landed, *(other[n] for n in news)]
    _must_void_the_same(landed, other, merged, news)
    # where nothing landed meanwhile, the order is as the branch wrote it, and its own affair
    late = [] if list(landed) == list(base) else _late(merged, len(landed))
    for number in late:
        merged[number] = {**merged[number], _RECORDED: today.isoformat()}
    return MergedLog(merged, frozenset(dropped), tuple(news[number - len(landed)] for number in late))


def _beyond(log: Log, base: Log) -> list[Any]:
    """What the log has beside ``base``, which has to stand in it in order.

    Mostly at its head; in a rebase what was picked before stands below what had landed.
    """
    rest, left = iter(log), list[Any]()
    for wanted in base:
        for entry in rest:
            if _same(entry, wanted):
                break
            left.append(entry)
        else:
            raise ConflictError("log 里不只是添了新的")
    return [*left, *rest]


def _same(one: Any, two: Any) -> bool:
    """Whether they tell the same fact, perhaps one of them with the day of recording that an earlier merge gave it."""
    if one == two:
        return True
    if not (isinstance(one, dict) and isinstance(two, dict) and (_RECORDED in one or _RECORDED in two)):
        return False
    return _content(one) == _content(two)


def _content(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key != _RECORDED}


def _late(merged: Log, landed: int) -> list[int]:
    """What was not landed, is dated before what now stands above it, and does not say so."""
    known = pairwise(standing(_facts(merged)))
    return [n for (_, up), (n, e) in known if n >= landed and e.date < up.date and e.recorded is None]


def _must_void_the_same(landed: Log, other: Log, merged: Log, news: Sequence[int]) -> None:
    """A 更正 voids the nearest entry above it: that must not have become another one."""
    number = {n: len(landed) + k for k, n in enumerate(news)}
    wanted = _targets(landed)
    wanted |= {number[n]: target for n, target in _targets(other).items() if n in number}
    if _targets(merged) != wanted:
        raise ConflictError("更正作废的不再是原来那一条")


def _targets(log: Log) -> dict[int, Any]:
    """What each 更正 voids, by the number of the 更正."""
    return {correction: _content(log[target]) for target, correction in voided(_facts(log), date.max).items()}


def _facts(log: Log) -> list[Entry]:
    try:
        return [_fact(entry) for entry in log]
    except (AttributeError, KeyError, TypeError, NoSuchDay):
        raise ConflictError("有的记录读不通") from None


def _fact(entry: Any) -> Entry:
    """Only what the order of a log depends on."""
    target = entry.get("voids")
    voids = Voided(date=parse_day(target["date"]), event=target["event"]) if target else None
    recorded = parse_day(entry[_RECORDED]) if _RECORDED in entry else None
    return Entry(date=parse_day(entry["date"]), event=entry["event"], voids=voids, recorded=recorded)
