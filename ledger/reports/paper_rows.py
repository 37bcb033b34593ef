"""The papers that a subject has had, with what was answered and what became of each."""

from collections.abc import Sequence
from typing import Any

from ledger.measures.settled import RowStanding
from ledger.reports.blocks import Block, Cell, Column, Paragraph, Table, Tone, cells
from ledger.reports.words import iso


def paper_table(rows: Sequence[RowStanding]) -> list[Block]:
    """In the order of their days."""
    if not rows:
        return [Paragraph("没有发过单。")]
    columns = (
        Column("单号"), Column("种类"), Column("单位"), Column("签发"), Column("办结期限"),
        Column("回复", wrap=True), Column("办结", wrap=True),
    )  # fmt: skip
    shown = []
    for row in sorted(rows, key=lambda r: r.paper.issued):
        paper = row.paper
        shown.append(
            cells(
                paper.ref,
                paper.slip.kind,
                paper.unit,
                paper.issued,
                paper.limit,
                reply_words(row),
                end_cell(row),
            )
        )
    return [Table(columns, tuple(shown))]


def reply_words(row: RowStanding) -> str:
    """What was answered, in time or not, and what was said to that."""
    paper = row.paper
    objected = f"，{paper.objected}异议" if paper.objected else ""
    first = paper.replied or row.replied
    if first is None:
        word = "已退回，未再回复" if paper.rejected else "未回复"
        return f"{word}（期限 {paper.reply_due}）{objected}"
    late = "（逾期）" if first > paper.reply_due else ""
    verdict = "，已验收" if paper.accepted else ""
    return f"{first}回复{late}{verdict}{objected}"


def end_cell(row: RowStanding) -> Cell:
    if row.settled is not None:
        return Cell(row.settled.words, Tone.GOOD)
    return Cell("暂缓中" if row.suspended else "未办结", Tone.WARN)


def paper_data(rows: Sequence[RowStanding]) -> list[dict[str, Any]]:
    return [
        {
            "ref": r.paper.ref,
            "rung": r.paper.slip.kind,
            "unit": r.paper.unit,
            "issued": iso(r.paper.issued),
            "settled": r.settled.words if r.settled else None,
        }
        for r in sorted(rows, key=lambda r: r.paper.issued)
    ]
