"""Where a row of a paper stands on a day. Nothing of this is stored: it follows from its subject and its answers.

The register, the duties, the rates of replies and ``why`` all ask here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.papers import IssuedRow, issued_rows, since_issue
from ledger.measures.settling import End, Following, Settled, by_document, by_item, earliest
from ledger.measures.standing import Standing, standing_of
from ledger.model.items import State
from ledger.model.ledger import Ledger
from ledger.model.plans import plan_of, ref_of


@dataclass(frozen=True, slots=True)
class RowStanding:
    """A row on a day; ``settled`` is None while it is open. ``standing`` is the item's, ``docking`` the document's."""

    paper: IssuedRow
    title: str
    settled: Settled | None
    standing: Standing | None = None
    docking: DockingStanding | None = None

    @property
    def open(self) -> bool:
        return self.settled is None

    @property
    def suspended(self) -> bool:
        """Its clock stands still."""
        return self.standing is not None and self.standing.history.state is State.SUSPENDED

    @property
    def replied(self) -> date | None:
        """The day of the reply that stands; None while it was sent back and no other came.

        The arrangement in a document's own log is a reply to its prompt.
        """
        if self.paper.answered:
            return self.paper.replied
        return self.docking.fed_back if self.docking and self.paper.slip.rung == 1 else None

    @property
    def replied_in_time(self) -> bool:
        return self.replied is not None and self.replied <= self.paper.reply_due

    def reply_asked(self, day: date) -> bool:
        """Whether a reply was given, or should have been by ``day``: not when the matter ended before it was due."""
        return self.replied is not None or (not self.moot and self.paper.reply_due < day)

    @property
    def moot(self) -> bool:
        """The matter had ended by the day on which the reply was due."""
        return self.settled is not None and (
            self.settled.on is None or self.settled.on <= self.paper.reply_due
        )

    def presses(self, day: date) -> bool:
        """Whether it asks anything of its unit: open, its item not suspended, no objection waiting for its review."""
        return self.open and not self.suspended and not self.paper.frozen(day)

    def limits_ahead(self, day: date) -> list[date]:
        """The reply while it is owed and not late, and the day to finish by."""
        if not self.presses(day):
            return []
        limits = [] if self.replied else [self.paper.reply_due]
        limits += [self.paper.limit] if self.paper.limit else []
        return [limit for limit in limits if limit >= day]

    def next_limit(self, day: date) -> date | None:
        """What lapses next."""
        return min(self.limits_ahead(day), default=None)


def row_standings(
    ledger: Ledger,
    day: date,
    papers: Iterable[IssuedRow] | None = None,
    known: Iterable[Standing] | None = None,
) -> list[RowStanding]:
    """Every row issued by ``day``, or those of ``papers``, in their order.

    Only items with papers are judged; ``known`` saves judging them again.
    """
    every = list(issued_rows(ledger, day))
    wanted = every if papers is None else list(papers)
    items = _items(ledger, day, {p.row.subject for p in wanted if p.slip.track == "item"}, known)
    documents = docking_standings(ledger, day, every)
    following = Following(every)
    found = []
    for paper in wanted:
        if paper.slip.track == "docking":
            found.append(_of_document(paper, documents.get(paper.row.subject), following))
        else:
            found.append(_of_item(paper, items.get(paper.row.subject), following, ledger))
    return found


def _items(
    ledger: Ledger, day: date, subjects: set[str], known: Iterable[Standing] | None
) -> dict[str, Standing]:
    if known is not None:
        return {s.ref: s for s in known if s.ref in subjects}
    plans = {plan_of(subject) for subject in subjects}
    return {
        ref: standing_of(plan, item, ledger, day)
        for plan in ledger.plans
        if plan.id in plans
        for item in plan.items
        if (ref := ref_of(plan, item)) in subjects
    }


def _of_item(
    paper: IssuedRow, standing: Standing | None, following: Following, ledger: Ledger
) -> RowStanding:
    settled = _withdrawn(paper)
    if standing is not None:
        paper = since_issue(paper, standing)
        ends = (*by_item(paper, standing, ledger), following.of(paper, standing))
        settled = settled or earliest(ends)
    return RowStanding(paper, standing.title if standing else paper.row.subject, settled, standing)


def _of_document(paper: IssuedRow, document: DockingStanding | None, following: Following) -> RowStanding:
    settled = _withdrawn(paper)
    if document is not None:
        settled = settled or earliest((by_document(paper, document), following.of(paper, None)))
    return RowStanding(paper, document.title if document else paper.row.subject, settled, docking=document)


def _withdrawn(paper: IssuedRow) -> Settled | None:
    return Settled(End.WITHDRAWN, None, "异议成立，已撤销") if paper.withdrawn else None
