"""Whether a row of a paper still presses anybody. Nothing of this is stored: it follows from its subject and its answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.measures.docking import DockingStanding, docking_standings
from ledger.measures.papers import IssuedRow, issued_rows, of_this_cycle
from ledger.measures.standing import Standing, standing_of
from ledger.model.items import State
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of


@dataclass(frozen=True, slots=True)
class RowStanding:
    """A row on a day. ``settled`` says how it was settled, in words; None while it is open."""

    paper: IssuedRow
    title: str
    settled: str | None
    standing: Standing | None = None
    docking: DockingStanding | None = None

    @property
    def open(self) -> bool:
        return self.settled is None

    def next_limit(self, day: date) -> date | None:
        """What lapses next: the reply while it is owed and not late, then the day to finish by."""
        if not self.open or self.paper.frozen(day):
            return None
        unanswered = self.paper.replied is None or self.paper.rejected
        limits = [self.paper.slip.reply_due] if unanswered else []
        limits += [self.paper.row.limit] if self.paper.row.limit else []
        return min((limit for limit in limits if limit >= day), default=None)


def row_standings(ledger: Ledger, day: date, papers: Iterable[IssuedRow] | None = None) -> list[RowStanding]:
    """Every row issued by ``day``, or those of ``papers``, in their order; only items with papers are judged."""
    every = list(issued_rows(ledger, day))
    wanted = every if papers is None else list(papers)
    subjects = {p.row.subject for p in wanted if p.slip.track == "item"}
    items = {
        ref: standing_of(plan, item, ledger, day)
        for plan, item in ledger.items()
        if (ref := ref_of(plan, item)) in subjects
    }
    documents = docking_standings(ledger, day, every)
    higher = _Higher(every)
    found = []
    for paper in wanted:
        standing, document = items.get(paper.row.subject), documents.get(paper.row.subject)
        if paper.slip.track == "docking":
            found.append(_of_document(paper, document, higher))
        else:
            found.append(_of_item(paper, standing, higher))
    return found


def _of_item(paper: IssuedRow, standing: Standing | None, higher: "_Higher") -> RowStanding:
    settled = _withdrawn(paper)
    if settled is None and standing is not None:
        settled = _by_item(paper, standing) or higher.of(paper, standing)
    title = standing.title if standing else paper.row.subject
    return RowStanding(paper, title, settled, standing)


def _withdrawn(paper: IssuedRow) -> str | None:
    return "异议成立，已撤销" if paper.withdrawn else None


def _by_item(paper: IssuedRow, standing: Standing) -> str | None:
    history = standing.history
    if history.state is State.CANCELLED:
        return "事项已终止或并出"
    if history.claimed is not None:
        return f"{history.claimed} 报完成"
    if paper.unit not in standing.leads:
        return f"已移交{'、'.join(standing.leads)}"
    if not of_this_cycle(paper, standing):
        return f"{history.cycle} 起重新计轮"
    if paper.slip.rung == 1 and standing.deadline is None and standing.reviewed is not None:
        return f"{standing.reviewed} 已报告进展"
    return None


def _of_document(paper: IssuedRow, document: DockingStanding | None, higher: "_Higher") -> RowStanding:
    settled = _withdrawn(paper)
    if settled is None and document is not None:
        if document.companion is not None:
            settled = f"{document.companion.date} 配套印发"
        elif document.exempt is not None:
            settled = f"{document.exempt.date} 免于配套"
        elif paper.slip.rung == 1 and document.fed_back is not None:
            settled = f"{document.fed_back} 反馈安排"
        else:
            settled = higher.of(paper, None)
    return RowStanding(paper, document.title if document else paper.row.subject, settled, docking=document)


class _Higher:
    """The next paper for the same subject and unit: from then on that one presses."""

    def __init__(self, papers: Iterable[IssuedRow]) -> None:
        self._by_key: dict[tuple[str, str, str], list[IssuedRow]] = {}
        for paper in papers:
            if not paper.withdrawn:
                key = (paper.slip.track, paper.row.subject, paper.unit)
                self._by_key.setdefault(key, []).append(paper)

    def of(self, paper: IssuedRow, standing: Standing | None) -> str | None:
        others = self._by_key.get((paper.slip.track, paper.row.subject, paper.unit), [])
        above = [p for p in others if p.slip.rung > paper.slip.rung]
        above = [p for p in above if standing is None or of_this_cycle(p, standing)]
        following = min(above, key=lambda p: (p.slip.rung, p.issued), default=None)
        return f"已发{following.slip.kind} {following.slip.id}" if following else None
