"""共性问题: why items are stuck, by the cause that their leads recorded."""

from ledger.measures.causes import causes
from ledger.measures.selection import NOTHING, Selection
from ledger.reports.blocks import Block, Cell, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import refs

_NAMED = 20


def _build(counter: Counter) -> list[Block]:
    stuck = counter.items("stuck")
    if not stuck.value:
        return [Paragraph("没有逾期或暂缓的事项。")]
    blank = counter.items("stuck", Selection(causes=(NOTHING,)), of=f"原因{NOTHING}")
    known = [cause for cause, _ in causes(counter.month.items)]
    if not blank.value:
        said = f"逾期或暂缓的{stuck}项，都写明了原因。"
    elif blank.value == stuck.value:
        said = f"逾期或暂缓的{stuck}项，都没有写明原因。"
    else:
        found = refs(counter.month.items_of("stuck", Selection(causes=(NOTHING,))), _NAMED)
        told = f"写明原因的{stuck.value - blank.value}项，没有写明的{blank}项"
        said = f"逾期或暂缓的{stuck}项中，{told}。没有写明的是{found}。"
    columns = (
        Column("原因"), Column("项数", right=True), Column("其中逾期", right=True),
        Column("牵头单位", wrap=True), Column("事项", wrap=True),
    )  # fmt: skip
    rows = tuple(_row(counter, cause) for cause in known)
    return [Paragraph(said), *([Table(columns, rows)] if rows else [])]


def _row(counter: Counter, cause: str) -> tuple[Cell, ...]:
    chosen = Selection(causes=(cause,))
    found = counter.month.items_of("stuck", chosen)
    units = dict.fromkeys(unit for s in found for unit in s.leads)
    return cells(
        cause,
        counter.items("stuck", chosen, of=cause),
        counter.items("overdue", chosen, of=cause),
        "、".join(sorted(units, key=counter.month.ledger.units.order)),
        refs(found, _NAMED),
    )


SECTION = Section("causes", "共性问题", _build)
