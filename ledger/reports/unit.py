"""``ledger unit``: what one unit owes, most urgent first, and what would settle each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.progress import tally
from ledger.measures.scoring.places import score_text
from ledger.measures.standing import Standing
from ledger.model.duty import Duty
from ledger.model.registers.rankings import Rank, Ranking
from ledger.reports.blocks import Block, Cell, Facts, Heading, Paragraph, Report, Task, Tasks, Tone
from ledger.reports.duties import DUTY_KEYS, duty_data
from ledger.reports.figures import tally_data
from ledger.reports.items import item_data, item_table
from ledger.reports.scores.wording import sheet_query
from ledger.reports.words import days_left

TASK_TITLES = ("情况", "要办的事", "编号", "名称", "时限", "办结命令")


def unit_page(
    unit: str,
    day: date,
    items: Sequence[Standing],
    duties: Sequence[Duty],
    due_soon: int,
    place: tuple[Ranking, Rank] | None = None,
) -> Report:
    """``items`` are those the unit leads or takes part in; ``duties`` its own, not yet met, by due day.

    ``place`` is its last published one.
    """
    led = tally((s for s in items if unit in s.leads), due_soon)
    joined = tally((s for s in items if unit in s.participants), due_soon)
    late = [d for d in duties if d.overdue_days(day)]
    soon = [d for d in duties if 0 <= (d.due - day).days <= due_soon]
    later = [d for d in duties if (d.due - day).days > due_soon]
    blocks: list[Block] = [_summary(led.counts, joined.counts, led.rate)] if items else []
    if place:
        blocks.append(Facts((("排名", Cell(_placed(unit, *place))),)))
    for title, found in (("已过期", late), (f"{due_soon} 天内到期", soon), ("以后到期", later)):
        if found:
            blocks += [
                Heading(f"{title} {len(found)} 件", 2),
                Tasks(TASK_TITLES, tuple(task(d, day) for d in found), code=True),
            ]
    undated = [s for s in items if unit in s.leads and s.is_open and s.deadline is None]
    if undated:
        blocks += [Heading(f"没有时限 {len(undated)} 项", 2), item_table(undated)]
    if not duties and not undated:
        blocks.append(Paragraph("没有待办。", Tone.GOOD))
    data: dict[str, Any] = {
        "unit": unit,
        "led": tally_data(led),
        "joined": tally_data(joined),
        "duties": [duty_data(d, day) for d in duties],
        "undated": [item_data(s) for s in undated],
        "score": _score(unit, *place) if place else None,
    }
    return Report(unit, day, tuple(blocks), data, data["duties"], DUTY_KEYS)


def _summary(led: dict[str, int], joined: dict[str, int], rate: str | None) -> Facts:
    completed = f"已完成 {led['completed']}" + (f"（{rate}%）" if rate is not None else "")
    overdue = Cell(
        f"逾期 {led['overdue']}，将到期 {led['due_soon']}", Tone.BAD if led["overdue"] else Tone.PLAIN
    )
    return Facts(
        (
            (
                "牵头",
                Cell(
                    f"{led['total']} 项，{completed}，启动 {led['in_progress']}，未启动 {led['not_started']}"
                ),
            ),
            ("其中", overdue),
            ("配合", Cell(f"{joined['total']} 项")),
        )
    )


def _placed(unit: str, ranking: Ranking, place: Rank) -> str:
    found = f"{score_text(place)} 分，" if place.score is not None else ""
    rank = f"{place.pool}第 {place.rank} 名" if place.rank is not None else "不排名"
    return f"{ranking.month} 公布：{found}{rank}；{sheet_query(unit, ranking.month)}"


def _score(unit: str, ranking: Ranking, place: Rank) -> dict[str, Any]:
    return {
        "month": ranking.month,
        "pool": place.pool,
        "score": score_text(place),
        "rank": place.rank,
        "query": sheet_query(unit, ranking.month),
    }


def task(duty: Duty, day: date) -> Task:
    return Task(days_left(duty.due, day), (duty.what, duty.ref, duty.title, str(duty.due)), duty.settle)
