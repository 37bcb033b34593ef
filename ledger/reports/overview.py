"""``ledger status``: the one screen (domain.md §6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.base.days import add_months, month_end
from ledger.measures.causes import causes
from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.plan_states import count_plans
from ledger.measures.plans import PlanStanding, tallies_by_plan
from ledger.measures.progress import Tally, ages, grouped, oldest_overdue, tally
from ledger.measures.register import Replies, replies
from ledger.measures.settled import row_standings
from ledger.measures.standing import Standing
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.figures import group_data, group_table, status_bars, tally_data
from ledger.reports.items import item_data
from ledger.reports.last_ranking import called_data, last_called, ranking_line
from ledger.reports.replies import replies_data, reply_line
from ledger.reports.words import measure_word, names, pressing_due

OLDEST = 5


@dataclass(frozen=True, slots=True)
class Overview:
    """What the screen shows: the chosen items and plans, judged on ``day``; ``plan_items`` are the plans' own, all."""

    ledger: Ledger
    day: date
    items: Sequence[Standing]
    plans: Sequence[PlanStanding]
    plan_items: Sequence[Standing]
    by: str | None = None
    whole: bool = True

    @property
    def due_soon(self) -> int:
        return self.ledger.policies.on(self.day).due_soon


def overview(view: Overview) -> Report:
    total = tally(view.items, view.due_soon)
    plans = count_plans(view.plans, tallies_by_plan(view.plan_items, view.due_soon))
    groups = grouped(view.items, view.by, view.due_soon) if view.by else []
    papers, answered = _papers(view), _answered(view)
    ranked = last_called(view.ledger, view.day) if view.whole else []
    data: dict[str, Any] = {
        "total": tally_data(total),
        "plans": plans,
        "groups": [group_data(g) for g in groups],
        "overdue_by_age": [{"label": label, "count": count} for label, count in ages(view.items)],
        "papers": {span: {k: _paper_data(c) for k, c in counts.items()} for span, counts in papers.items()},
        "replies": replies_data(answered) if answered else None,
        "oldest": [item_data(s) for s in oldest_overdue(view.items, OLDEST)],
        "causes": [{"cause": cause, "count": count} for cause, count in causes(view.items)],
        "ranking": called_data(ranked),
    }
    blocks: list[Block] = [
        _plan_line(plans, view),
        Heading(f"改革事项 {total['total']} 项", 2),
        status_bars(total),
    ]
    blocks += [_facts(view, total, papers, answered, ranking_line(ranked)), *_oldest(view)]
    if view.by:
        blocks += [Heading("分组情况", 2), group_table(groups, view.by)]
    records = data["groups"] if view.by else [data["total"]]
    return Report(view.ledger.settings.name, view.day, tuple(blocks), data, records)


def _papers(view: Overview) -> dict[str, dict[str, PaperCount]]:
    """Papers of the month and of the year so far; the register is the whole ledger's, whatever was filtered."""
    if not view.whole:
        return {}
    month, year = view.day.replace(day=1), view.day.replace(month=1, day=1)
    return {
        "month": count_papers(view.ledger.slips, view.day, month),
        "year": count_papers(view.ledger.slips, view.day, year),
    }


def _answered(view: Overview) -> Replies | None:
    return replies(row_standings(view.ledger, view.day, known=view.items), view.day) if view.whole else None


def _paper_data(count: PaperCount) -> dict[str, int]:
    return {"papers": count.papers, "rows": count.rows}


def _plan_line(plans: dict[str, int], view: Overview) -> Block:
    return Paragraph(
        f"改革方案 {len(view.plans)} 个：审议通过 {plans['adopted']}，已印发 {plans['issued']}，"
        f"印发满半年 {plans['inspectable']}，事项全部完成 {plans['completed']}，已销账 {plans['closed']}"
    )


def _facts(
    view: Overview,
    total: Tally,
    papers: dict[str, dict[str, PaperCount]],
    answered: Replies | None,
    ranking: str,
) -> Facts:
    rows: list[tuple[str, Cell]] = [
        ("完成率", Cell(_rate(total))),
        ("完成情况", Cell(f"已核验 {total['accepted']}，按时 {total['on_time']}，逾期完成 {total['late']}")),
        ("到期", Cell(_due(view, total))),
        ("逾期", _overdue(view, total)),
        ("不计时限", Cell(f"长期 {total['long_term']}，待定 {total['undated']}")),
        ("不计数", Cell(f"暂缓 {total['suspended']}，终止、并入、拆分 {total['cancelled']}")),
    ]
    if papers and answered:
        rows += [
            ("本月发单", Cell(_paper_line(papers["month"]))),
            ("本年发单", Cell(_paper_line(papers["year"]))),
        ]
        rows.append(("回复", Cell(reply_line(answered))))
    stuck = "，".join(f"{cause} {count}" for cause, count in causes(view.items))
    rows.append(("卡点原因", Cell(stuck or "（未记录）")))
    rows += [("排名", Cell(ranking))] if ranking else []
    return Facts(tuple(rows))


def _rate(total: Tally) -> str:
    if total.rate is None:
        return "没有计数事项"
    return f"{total.rate}%（{total['completed']}/{total['total']}）"


def _due(view: Overview, total: Tally) -> str:
    end = month_end(view.day)
    following = month_end(add_months(view.day.replace(day=1), 1))
    this_month = sum(s.is_open and _between(s, view.day, end) for s in view.items)
    next_month = sum(
        s.is_open and _between(s, date.fromordinal(end.toordinal() + 1), following) for s in view.items
    )
    return f"{view.due_soon} 天内 {total['due_soon']}，本月内 {this_month}，下月 {next_month}"


def _between(standing: Standing, first: date, last: date) -> bool:
    return standing.deadline is not None and first <= standing.deadline <= last


def _overdue(view: Overview, total: Tally) -> Cell:
    if total["overdue"] == 0:
        return Cell("0", Tone.GOOD)
    parts = "，".join(f"{label} {count}" for label, count in ages(view.items))
    return Cell(f"{total['overdue']}（{parts}）", Tone.BAD)


def _paper_line(counts: dict[str, PaperCount]) -> str:
    return "，".join(f"{kind} {c.papers} {measure_word(kind)}/{c.rows} 行" for kind, c in counts.items())


def _oldest(view: Overview) -> list[Block]:
    oldest = oldest_overdue(view.items, OLDEST)
    if not oldest:
        return []
    columns = (
        Column("事项"),
        Column("名称", wrap=True),
        Column("牵头单位", wrap=True),
        Column("时限"),
        Column("逾期天数", right=True),
    )
    rows = tuple(
        cells(s.ref, s.title, names(s.leads), pressing_due(s), Cell(str(s.overdue_days), Tone.BAD))
        for s in oldest
    )
    return [Heading("逾期最久", 2), Table(columns, rows)]
