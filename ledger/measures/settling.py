"""What ends a row of a paper: its subject was done, has gone elsewhere, or the next paper presses instead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.measures.docking import DockingStanding
from ledger.measures.papers import IssuedRow, of_this_cycle
from ledger.measures.plans import closed_on
from ledger.measures.standing import Standing, standing_of
from ledger.model.items import State
from ledger.model.ledger import Ledger


class End(StrEnum):
    """Done; no longer this unit's or this cycle's; taken over by the next paper; quashed on an objection."""

    DONE = "done"
    GONE = "gone"
    FOLLOWED = "followed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Settled:
    """How a row ended, in words, and since when (None where no single day can be named)."""

    end: End
    on: date | None
    words: str


def earliest(ends: Iterable[Settled | None]) -> Settled | None:
    """What ended it first: what happens afterwards changes nothing. On one day, that it was done goes before all."""
    ranks = list(End)
    known = [end for end in ends if end is not None]
    return min(known, key=lambda e: (e.on or date.max, ranks.index(e.end)), default=None)


def by_item(paper: IssuedRow, standing: Standing, ledger: Ledger) -> Iterator[Settled | None]:
    """Everything about the item that ends the row, in no order."""
    history = standing.history
    if history.state is State.CANCELLED:
        yield Settled(End.GONE, history.departed, "事项已终止或并出")
    if history.claimed is not None:
        yield Settled(End.DONE, history.claimed, f"{history.claimed} 报完成")
    closed = closed_on(standing.plan, standing.day)
    if closed is not None:
        yield Settled(End.DONE, closed, f"方案已于 {closed} 销账")
    if paper.unit not in standing.leads:
        handed = _first(standing, "移交", paper.slip.as_of)
        yield Settled(End.GONE, handed, f"已移交{'、'.join(standing.leads)}")
    if history.cycle is not None and history.cycle > paper.slip.as_of:
        yield Settled(End.GONE, history.cycle, f"{history.cycle} 起重新计轮")
    yield _by_part(paper, standing, ledger)


def _by_part(paper: IssuedRow, standing: Standing, ledger: Ledger) -> Settled | None:
    """A paper about a node ends with the node, one about a review with the report."""
    if not standing.item.nodes and standing.effective_due is not None:
        return None
    then = standing_of(standing.plan, standing.item, ledger, paper.slip.as_of)
    if then.deadline is None:
        reported = _first(standing, "进展", paper.slip.as_of)
        return Settled(End.DONE, reported, f"{reported} 已报告进展") if reported else None
    node = then.node
    if node is None or node.due != then.deadline or node.due == then.effective_due:
        return None
    reached = standing.history.reached.get(node.id)
    return Settled(End.DONE, reached, f"{reached} 节点 {node.id} 完成") if reached else None


def by_document(paper: IssuedRow, document: DockingStanding) -> Settled | None:
    if document.companion is not None:
        return Settled(End.DONE, document.companion.date, f"{document.companion.date} 配套印发")
    if document.exempt is not None:
        return Settled(End.DONE, document.exempt.date, f"{document.exempt.date} 免于配套")
    if paper.slip.rung == 1 and document.fed_back is not None:
        return Settled(End.DONE, document.fed_back, f"{document.fed_back} 反馈安排")
    return None


def _first(standing: Standing, event: str, since: date) -> date | None:
    days = (s.entry.date for s in standing.history.steps if s.counted and s.entry.event == event)
    return next((day for day in days if day >= since), None)


class Following:
    """The next paper for the same subject and unit: from then on that one presses."""

    def __init__(self, papers: Iterable[IssuedRow]) -> None:
        self._by_key: dict[tuple[str, str, str], list[IssuedRow]] = {}
        for paper in papers:
            if not paper.withdrawn:
                key = (paper.slip.track, paper.row.subject, paper.unit)
                self._by_key.setdefault(key, []).append(paper)

    def of(self, paper: IssuedRow, standing: Standing | None) -> Settled | None:
        """``standing`` is the item's: a paper of an earlier cycle follows nothing."""
        others = self._by_key.get((paper.slip.track, paper.row.subject, paper.unit), [])
        above = [p for p in others if p.slip.rung > paper.slip.rung]
        above = [p for p in above if standing is None or of_this_cycle(p, standing)]
        next_one = min(above, key=lambda p: (p.slip.rung, p.issued), default=None)
        if next_one is None:
            return None
        return Settled(End.FOLLOWED, next_one.issued, f"已发{next_one.slip.kind} {next_one.slip.id}")
