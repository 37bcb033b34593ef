"""``status`` of a whole ledger, which holds none of it: counts of buckets of plan files are added up.

Buckets that nobody touched are counted already; the others are counted on as many cores as there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.base.diagnostics import Diagnostic
from ledger.commands.buckets import buckets_of, plan_files
from ledger.commands.caching import cache_for
from ledger.commands.clock import today
from ledger.commands.counter import BucketCounter, Counted
from ledger.commands.counts import counts_of
from ledger.commands.judging import settle_day
from ledger.commands.options import When, Where, Which
from ledger.commands.session import Session, open_session
from ledger.files.documents import Documents
from ledger.files.folder import find_ledger
from ledger.files.held import Held
from ledger.files.known import identity, known_ids, met
from ledger.files.looks import look
from ledger.files.recovery import read_whole
from ledger.files.tree import SourceFile, WorkTree
from ledger.files.witness import witness
from ledger.loading.load import load
from ledger.measures.plans import tallies_by_plan
from ledger.measures.summary import Summary, added, are_there, summarised
from ledger.model.ledger import Ledger
from ledger.model.plans import plan_of


@dataclass(frozen=True)
class Summed:
    """What is said of all plans, and a session with the rest of the ledger: of plans it holds those that were asked for by name."""

    session: Session
    summary: Summary


def summed(where: Where, when: When, by: str | None) -> Summed | None:
    """None where the work tree has to be read in the ordinary way: it holds what has no place of its own in a bucket.

    Raises LedgerError as opening a session does.
    """
    folder = find_ledger(Path.cwd(), where.ledger)
    return read_whole(folder, lambda: _summed(folder, when, by))


def chosen(where: Where, when: When, which: Which, by: str | None) -> Summed:
    """The same of any part of any version: all of it is read, and judged item by item."""
    session = open_session(where, when, which)
    own = tallies_by_plan(session.all_items, session.due_soon)
    return Summed(session, summarised(session.items, session.plans, own, session.due_soon, by))


def _summed(folder: Path, when: When, by: str | None) -> Summed | None:
    seen, cached = look(folder), cache_for(folder)
    plans = plan_files(seen)
    if plans is None:
        return None
    witness().walked(folder)
    known, documents = known_ids(seen, cached), Documents(cached)
    files = _files(folder, [name for name in seen.signatures if name not in plans])
    head, sources = load(Held(tuple(files.values())), documents=documents)
    day = settle_day(when, head.settings.as_of, None, today())
    ids = {name: identity(file) for name, file in files.items()}
    alone = Ledger(units=head.units, policies=head.policies)
    counter = BucketCounter(folder, alone, [ids.get(name, "") for name in _JUDGED_BY], day.date, by)
    counts = counts_of(counter, buckets_of(plans), known, cached)
    for counted in counts:
        ids |= counted.ids
    met(seen, {name: ids[name] for name in seen.signatures}, known, cached)
    summary = added(counted.count.summary for counted in counts)
    more = _files(folder, _asked_for(plans, head, counts, summary))
    if any(c.count.stray for c in counts) or any(identity(file) != ids[name] for name, file in more.items()):
        return None
    files |= more
    every = Held(tuple(files[name] for name in seen.signatures if name in files))
    ledger, sources = load(every, sources, documents)
    if not are_there(summary, ledger, day.date):  # the cache said so
        return None
    return Summed(Session(folder, ledger, sources, day, None), summary)


_JUDGED_BY = ("units.yaml", "policy.yaml")


def _files(folder: Path, names: Sequence[str]) -> dict[str, SourceFile | Diagnostic]:
    return dict(zip(names, WorkTree(folder).some(names), strict=True))


def _asked_for(
    plans: Mapping[str, str], head: Ledger, counts: Iterable[Counted], summary: Summary
) -> list[str]:
    """Files whose faults have to be told, plans that papers are about, and those of the items overdue longest."""
    faulty = {name for counted in counts for name in counted.count.faulty}
    wanted = {plan_of(row.subject) for slip in head.slips for row in slip.rows if slip.track == "item"}
    wanted |= {overdue.plan for overdue in summary.oldest}
    return [name for name, plan in plans.items() if plan in wanted or name in faulty]
