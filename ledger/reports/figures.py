"""A tally as JSON and as tables: the shapes that design §4 fixes."""

from typing import Any

from ledger.measures.progress import GROUPINGS, LABELS, Group, Tally, percent
from ledger.reports.blocks import Bar, Bars, Cell, Column, Table, Tone, cells


def tally_data(tally: Tally) -> dict[str, Any]:
    return {**tally.counts, "rate": tally.rate}


def group_data(group: Group) -> dict[str, Any]:
    return {"key": group.key, "label": group.label, **tally_data(group.tally)}


def status_bars(tally: Tally) -> Bars:
    """The three statuses of S1 with their shares of the total."""
    tones = {"completed": Tone.GOOD, "in_progress": Tone.PLAIN, "not_started": Tone.WARN}
    return Bars(
        tuple(
            Bar(LABELS[figure], tally[figure], tally["total"], _share(tally, figure), tone)
            for figure, tone in tones.items()
        )
    )


def _share(tally: Tally, figure: str) -> str:
    share = percent(tally[figure], tally["total"])
    return f"{tally[figure]} 项" + (f"  {share}%" if share is not None else "")


def group_table(groups: list[Group], by: str) -> Table:
    columns = (
        Column(GROUPINGS[by], wrap=True),
        *(
            Column(title, right=True)
            for title in ("计数", "完成", "启动", "未启动", "完成率%", "逾期", "将到期", "暂缓")
        ),
    )
    return Table(columns, tuple(_group_row(group, by) for group in groups))


def _group_row(group: Group, by: str) -> tuple[Cell, ...]:
    tally = group.tally
    label = f"{group.key} {group.label}" if by == "plan" and group.key else group.label
    overdue = Cell(str(tally["overdue"]), Tone.BAD if tally["overdue"] else Tone.PLAIN)
    return cells(
        label, tally["total"], tally["completed"], tally["in_progress"], tally["not_started"],
        tally.rate if tally.rate is not None else "-", overdue, tally["due_soon"], tally["suspended"],
    )  # fmt: skip
