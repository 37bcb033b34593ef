"""The lines of figures on the one screen: how far items are, and how papers about them were answered."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ledger.measures.paper_counts import PaperCount
from ledger.measures.progress import Tally
from ledger.measures.register import Replies
from ledger.measures.summary import Summary
from ledger.reports.blocks import Cell, Facts, Tone
from ledger.reports.last_ranking import ranking_line
from ledger.reports.replies import reply_line
from ledger.reports.words import measure_word

if TYPE_CHECKING:
    from ledger.measures.scoring.called import Called


def overview_facts(
    summary: Summary,
    due_soon: int,
    papers: Mapping[str, Mapping[str, PaperCount]],
    answered: Replies | None,
    ranked: "Sequence[Called]",
) -> Facts:
    """``papers`` of the ``month`` and of the ``year``; without papers and replies of ``None`` nothing is said of either."""
    total = summary.total
    rows: list[tuple[str, Cell]] = [
        ("完成率", Cell(_rate(total))),
        ("完成情况", Cell(f"已核验 {total['accepted']}，按时 {total['on_time']}，逾期完成 {total['late']}")),
        ("到期", Cell(_due(summary, due_soon))),
        ("逾期", _overdue(summary)),
        ("不计时限", Cell(f"长期 {total['long_term']}，待定 {total['undated']}")),
        ("不计数", Cell(f"暂缓 {total['suspended']}，终止、并入、拆分 {total['cancelled']}")),
    ]
    if papers and answered:
        rows += [
            ("本月发单", Cell(_paper_line(papers["month"]))),
            ("本年发单", Cell(_paper_line(papers["year"]))),
            ("回复", Cell(reply_line(answered))),
        ]
    stuck = "，".join(f"{cause} {count}" for cause, count in summary.commonest_causes)
    rows.append(("卡点原因", Cell(stuck or "（未记录）")))
    ranking = ranking_line(list(ranked))
    rows += [("排名", Cell(ranking))] if ranking else []
    return Facts(tuple(rows))


def _rate(total: Tally) -> str:
    if total.rate is None:
        return "没有计数事项"
    return f"{total.rate}%（{total['completed']}/{total['total']}）"


def _due(summary: Summary, due_soon: int) -> str:
    soon = summary.total["due_soon"]
    return f"{due_soon} 天内 {soon}，本月内 {summary.due_this_month}，下月 {summary.due_next_month}"


def _overdue(summary: Summary) -> Cell:
    overdue = summary.total["overdue"]
    if overdue == 0:
        return Cell("0", Tone.GOOD)
    parts = "，".join(f"{label} {count}" for label, count in summary.ages.items())
    return Cell(f"{overdue}（{parts}）", Tone.BAD)


def _paper_line(counts: Mapping[str, PaperCount]) -> str:
    return "，".join(f"{kind} {c.papers} {measure_word(kind)}/{c.rows} 行" for kind, c in counts.items())
