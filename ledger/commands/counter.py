"""One bucket of plan files counted on a day: what there is to add up of it, whatever else the ledger holds."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ledger.base.diagnostics import Diagnostic
from ledger.base.garbage import no_garbage_collection
from ledger.commands.buckets import Bucket, id_by
from ledger.files.cache import Cache, Key, digest
from ledger.files.documents import Documents
from ledger.files.known import identity
from ledger.files.program import program
from ledger.files.tree import SourceFile, WorkTree
from ledger.loading.kinds import PLAN
from ledger.loading.records import record_of
from ledger.measures.plans import plan_standing, tallies_by_plan
from ledger.measures.progress import together
from ledger.measures.standing import standings
from ledger.measures.summary import Summary, summarised
from ledger.model.ledger import Ledger
from ledger.model.plans import Plan

File = SourceFile | Diagnostic
_MOST = 10**9
"""Nobody has as many of anything."""


@dataclass(frozen=True)
class Count:
    """What a bucket came to. ``faulty`` are its files that hold no plan; ``stray``: one holds a plan by another name than its own."""

    summary: Summary = field(default_factory=Summary)
    faulty: tuple[str, ...] = ()
    stray: bool = False


def written(count: Count) -> str:
    return _counts().dump_json(count).decode()


def read_back(text: str | bytes) -> Count:
    """What was written; raises ValidationError for anything else."""
    return _counts().validate_json(text)


def count_of(held: bytes) -> Count | None:
    """The same of what the cache holds; None where it is nothing that we wrote."""
    try:
        count = read_back(held)
    except ValidationError:
        return None
    return count if _could_be(count.summary) else None


def _could_be(summary: Summary) -> bool:
    """Whether it counts what is counted, as often as things can be there."""
    nothing = Summary()
    tallies = [summary.total, *(group.tally for group in summary.groups)]
    alike = [(nothing.total.counts, some.counts) for some in tallies]
    alike += [(nothing.plans, summary.plans), (nothing.ages, summary.ages)]
    alone = [summary.plan_count, summary.due_this_month, summary.due_next_month]
    numbers = [*alone, *summary.causes.values(), *(n for _, some in alike for n in some.values())]
    return (
        all(those.keys() == these.keys() for those, these in alike)
        and 0 <= min(numbers) <= max(numbers) <= _MOST
    )


@cache
def _counts() -> TypeAdapter[Count]:
    return TypeAdapter(Count)


@dataclass(frozen=True)
class Counted:
    """A count with the ids of what was read for it, by name."""

    ids: dict[str, str]
    count: Count


@dataclass(frozen=True)
class BucketCounter:
    """Counts buckets of the ledger in ``folder`` on a day.

    ``alone`` is that ledger with its units and policies only: whatever else an answer depended on, :meth:`key` would
    not name. ``judged_by`` are the ids of the files that hold those.
    """

    folder: Path
    alone: Ledger
    judged_by: Sequence[str]
    day: date
    by: str | None

    def key(self, ids: Mapping[str, str]) -> Key:
        """Names everything that the count of files with these ids depends on."""
        files = json.dumps(sorted(ids.items()))
        return digest("bucket", program(), str(self.day), self.by or "", *self.judged_by, files)

    def counted(self, bucket: Bucket, known: Mapping[str, str], cached: Cache | None) -> Counted:
        """``known`` are the ids of files that nobody touched: they are read again only where the bucket was not counted yet."""
        files = self._files(name for name in bucket if name not in known)
        ids = {name: known[name] for name in bucket if name in known} | _ids(files)
        held = cached.get(self.key(ids)) if cached is not None and files else None
        count = count_of(held) if held is not None else None
        if count is None:
            files |= self._files(name for name in bucket if name not in files)
            ids, count = _ids(files), self._count(files, Documents(cached))
        return Counted(ids, count)

    def _files(self, names: Iterable[str]) -> dict[str, File]:
        wanted = list(names)
        return dict(zip(wanted, WorkTree(self.folder).some(wanted), strict=True))

    def _count(self, files: Mapping[str, File], documents: Documents) -> Count:
        contents = {name: file.content for name, file in files.items() if isinstance(file, SourceFile)}
        with no_garbage_collection():
            said = dict(zip(contents, documents.read(list(contents.values())), strict=True))
            found = {name: record_of(data, PLAN) for name, data in said.items() if data is not None}
            plans = {name: plan for name, plan in found.items() if plan is not None}
            stray = any(plan.id != id_by(name) for name, plan in plans.items())
            faulty = tuple(name for name in files if name not in plans)
            return Count(self._summary(plans.values()), faulty, stray)

    def _summary(self, plans: Iterable[Plan]) -> Summary:
        ledger = replace(self.alone, plans=tuple(sorted(plans, key=lambda plan: plan.id)))
        due_soon = ledger.policies.on(self.day).due_soon
        items = list(standings(ledger, self.day))
        known = [plan_standing(plan, self.day) for plan in ledger.plans]
        own = tallies_by_plan(items, due_soon)
        return summarised(items, known, own, due_soon, self.by, together(own.values()))


def _ids(files: Mapping[str, File]) -> dict[str, str]:
    return {name: identity(file) for name, file in files.items()}
