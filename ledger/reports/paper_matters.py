"""The matters of a paper: each row with what it is about, as it stood on the day it was judged, and as a table."""

from collections.abc import Iterable, Sequence

from ledger.measures.docking import DockingStanding, docking_standing
from ledger.measures.papers import issued_rows
from ledger.measures.standing import Standing, standing_of
from ledger.model.ledger import Ledger
from ledger.model.plans import ref_of
from ledger.model.slips import Row, Slip
from ledger.reports import paper_words as words
from ledger.reports.paper import Column, Grid
from ledger.reports.words import cn_date

Matter = Standing | DockingStanding | None
"""What a row is about; None for what the ledger does not know."""

Matters = Sequence[tuple[Row, Matter]]


def matters_of(slip: Slip, ledger: Ledger) -> Matters:
    return [(row, _matter(slip, row, ledger)) for row in slip.rows]


def _matter(slip: Slip, row: Row, ledger: Ledger) -> Matter:
    if slip.track == "docking":
        document = next((d for d in ledger.upstream if d.id == row.subject), None)
        papers = [p for p in issued_rows(ledger, slip.as_of) if p.slip.track == "docking"]
        return docking_standing(document, ledger, slip.as_of, papers) if document else None
    plan = ledger.plan(row.subject.partition("/")[0])
    item = next((i for i in plan.items if ref_of(plan, i) == row.subject), None) if plan else None
    return standing_of(plan, item, ledger, slip.as_of) if plan and item else None


def name_of(row: Row, matter: Matter) -> str:
    return matter.title if matter else row.subject


def matter_table(slip: Slip, matters: Matters) -> Grid:
    """Whom a prompt's matters concern stands in it; of orders they have a copy, and a day to finish by."""
    shapes = {
        ("item", True): (words.PROMPT_COLUMNS, _prompted),
        ("item", False): (words.ORDER_COLUMNS, _ordered),
        ("docking", True): (words.DOCKING_PROMPT_COLUMNS, _adopted),
        ("docking", False): (words.DOCKING_COLUMNS, _received),
    }
    titles, row = shapes[slip.track, slip.rung == 1]
    return Grid(columns(titles), tuple((str(n), *row(*matter)) for n, matter in enumerate(matters, 1)))


def _adopted(row: Row, matter: Matter) -> tuple[str, ...]:
    adopted = matter.adopted if isinstance(matter, DockingStanding) else None
    return (f"{name_of(row, matter)}（{row.subject}）", cn_date(adopted))


def _received(row: Row, matter: Matter) -> tuple[str, ...]:
    received = matter.received if isinstance(matter, DockingStanding) else None
    return (f"{name_of(row, matter)}（{row.subject}）", cn_date(received), cn_date(row.limit))


def _prompted(row: Row, matter: Matter) -> tuple[str, ...]:
    others = "、".join(matter.participants) if isinstance(matter, Standing) else ""
    return (*_item(row, matter), others)


def _ordered(row: Row, matter: Matter) -> tuple[str, ...]:
    return (*_item(row, matter), cn_date(row.limit))


def _item(row: Row, matter: Matter) -> tuple[str, ...]:
    """Its name with where it comes from, what is due when, and how far that is."""
    if not isinstance(matter, Standing):
        return (row.subject, "", "")
    source = matter.plan.number or f"《{matter.plan.title}》"
    return (f"{matter.title}（{source}，{row.subject}{_together(matter)}）", _due(matter), _state(matter))


def _together(matter: Standing) -> str:
    """Of several leads each has a paper of its own, and learns of the others."""
    return f"；{'、'.join(matter.leads)}共同牵头" if len(matter.leads) > 1 else ""


def _due(standing: Standing) -> str:
    """What presses now: a node before the item itself; 长期 where there is no day."""
    node = standing.node
    if standing.deadline is None:
        return str(standing.due or "待定")
    of_node = node is not None and node.due == standing.deadline and node.due != standing.effective_due
    return (
        f"节点{node.id if node else ''}：{cn_date(standing.deadline)}"
        if of_node
        else cn_date(standing.deadline)
    )


def _state(standing: Standing) -> str:
    if standing.overdue:
        return f"逾期{standing.overdue_days}天"
    if standing.deadline is None:
        return words.TO_REVIEW
    days = (standing.deadline - standing.day).days
    return f"还有{days}天" if days else "当日到期"


def columns(titles: Iterable[tuple[str, int]]) -> tuple[Column, ...]:
    return tuple(Column(title, share) for title, share in titles)
