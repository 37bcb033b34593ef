"""``ledger status``: the one screen (domain.md §6)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ledger.measures.paper_counts import PaperCount, count_papers
from ledger.measures.register import Replies, replies
from ledger.measures.standing import Standing
from ledger.measures.summary import Summary, longest_overdue
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.figures import group_data, group_table, status_bars, tally_data
from ledger.reports.items import item_data
from ledger.reports.last_ranking import called_data, last_called
from ledger.reports.overview_facts import overview_facts
from ledger.reports.replies import replies_data
from ledger.reports.words import names, pressing_due

if TYPE_CHECKING:
    from ledger.measures.scoring.called import Called
    from ledger.measures.settled import RowStanding


@dataclass(frozen=True)
class Overview:
    """What the screen shows: the chosen items and plans, counted on ``day``, and, of the ``whole`` ledger only, its papers.

    Of plans ``ledger`` need hold no others than those of the items that papers name and that are overdue longest.
    """

    ledger: Ledger
    day: date
    summary: Summary
    by: str | None = None
    whole: bool = True

    @property
    def due_soon(self) -> int:
        return self.ledger.policies.on(self.day).due_soon

    @cached_property
    def oldest(self) -> list[Standing]:
        return longest_overdue(self.summary, self.ledger, self.day)

    @cached_property
    def papers(self) -> dict[str, dict[str, PaperCount]]:
        """Of the month and of the year so far; the register is the whole ledger's, so a part has none."""
        if not self.whole:
            return {}
        month, year = self.day.replace(day=1), self.day.replace(month=1, day=1)
        return {
            "month": count_papers(self.ledger.slips, self.day, month),
            "year": count_papers(self.ledger.slips, self.day, year),
        }

    @cached_property
    def replies(self) -> Replies | None:
        return replies(_rows(self.ledger, self.day), self.day) if self.whole else None

    @cached_property
    def ranked(self) -> "list[Called]":
        return last_called(self.ledger, self.day) if self.whole else []


def overview(view: Overview) -> Report:
    summary, total = view.summary, view.summary.total
    blocks: list[Block] = [
        _plan_line(summary),
        Heading(f"改革事项 {total['total']} 项", 2),
        status_bars(total),
        overview_facts(summary, view.due_soon, view.papers, view.replies, view.ranked),
        *_oldest(view.oldest),
    ]
    if view.by:
        blocks += [Heading("分组情况", 2), group_table(list(summary.groups), view.by)]
    data = _data(view)
    records = data["groups"] if view.by else [data["total"]]
    return Report(view.ledger.settings.name, view.day, tuple(blocks), data, records)


def _rows(ledger: Ledger, day: date) -> "list[RowStanding]":
    if not ledger.slips:
        return []
    from ledger.measures.settled import row_standings  # noqa: PLC0415 - where there are papers

    return row_standings(ledger, day)


def _data(view: Overview) -> dict[str, Any]:
    summary = view.summary
    return {
        "total": tally_data(summary.total),
        "plans": summary.plans,
        "groups": [group_data(g) for g in summary.groups],
        "overdue_by_age": [{"label": label, "count": count} for label, count in summary.ages.items()],
        "papers": {
            span: {k: _paper_data(c) for k, c in counts.items()} for span, counts in view.papers.items()
        },
        "replies": replies_data(view.replies) if view.replies else None,
        "oldest": [item_data(s) for s in view.oldest],
        "causes": [{"cause": cause, "count": count} for cause, count in summary.commonest_causes],
        "ranking": called_data(view.ranked),
    }


def _paper_data(count: PaperCount) -> dict[str, int]:
    return {"papers": count.papers, "rows": count.rows}


def _plan_line(summary: Summary) -> Block:
    plans = summary.plans
    return Paragraph(
        f"改革方案 {summary.plan_count} 个：审议通过 {plans['adopted']}，已印发 {plans['issued']}，"
        f"印发满半年 {plans['inspectable']}，事项全部完成 {plans['completed']}，已销账 {plans['closed']}"
    )


def _oldest(oldest: list[Standing]) -> list[Block]:
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
