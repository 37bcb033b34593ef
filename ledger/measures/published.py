"""Days whose figures went out to others, and what other rules would make of those figures."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from ledger.base.days import parse_month
from ledger.base.diagnostics import Spot
from ledger.measures.papers import signed_on
from ledger.measures.progress import Tally, tally
from ledger.measures.standing import standings
from ledger.model.bulletins import Bulletin
from ledger.model.ledger import Ledger
from ledger.model.policy import Policies


class Publication(NamedTuple):
    """A day on which figures were taken, and the first paper or bulletin that carries them."""

    day: date
    spot: Spot


class Restated(NamedTuple):
    """A figure of a day that went out as ``before`` and would read ``after``."""

    day: date
    figure: str
    before: int
    after: int


def publications(ledger: Ledger) -> list[Publication]:
    """The days on which issued papers were judged, void ones too, and the last days of the months of bulletins."""
    found: dict[date, Spot] = {}
    for slip in ledger.slips:
        if signed_on(slip, date.max) is not None:
            found.setdefault(slip.as_of, Spot(ledger.paths["slip", slip.id], ("as_of",)))
    for path, bulletin in sorted(ledger.bulletins.items()):
        if not is_published(bulletin):
            continue
        found.setdefault(bulletin_month(path), Spot(path))
    return [Publication(day, found[day]) for day in sorted(found)]


_DRAFT = "draft: true"


def is_published(bulletin: Bulletin) -> bool:
    """Whether others may have relied on it: a draft is none yet; one made by hand is taken for published."""
    return _DRAFT not in bulletin.front.splitlines()


def bulletin_month(path: str) -> date:
    """The last day of the month that ``bulletins/2017-10.md`` is about."""
    return parse_month(PurePosixPath(path).stem)


def restated(ledger: Ledger, policies: Policies, days: Iterable[date]) -> Iterator[Restated]:
    """The figures of those days that other rules would have made different, by day."""
    other = replace(ledger, policies=policies)
    for day in days:
        if ledger.policies.on(day) == policies.on(day):
            continue
        before, after = _tally(ledger, day), _tally(other, day)
        yield from (Restated(day, f, n, after[f]) for f, n in before.counts.items() if n != after[f])


def _tally(ledger: Ledger, day: date) -> Tally:
    return tally(standings(ledger, day), ledger.policies.on(day).due_soon)
