"""``ledger why`` of a paper or one of its rows: why it was issued, how its limits were counted, what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ledger.measures.papers import issued_on, policy_of
from ledger.measures.rulings import Outcome, Ruling
from ledger.measures.settled import RowStanding
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.next_step import OUTCOMES, ruled, ruled_data
from ledger.reports.paper_rows import end_cell, reply_words
from ledger.reports.why import Asked
from ledger.reports.words import cn_date, iso
from ledger.reports.workday_words import finish_counted, limit_counted


def why_slip(
    slip: Slip,
    day: date,
    rows: Sequence[RowStanding],
    judged: Mapping[str, Ruling],
    asked: Sequence[Asked],
    ledger: Ledger,
) -> Report:
    """``judged`` is the ruling of each row's subject on the day the paper was judged, without the paper itself."""
    blocks: list[Block] = [_head(slip, day), Heading("为什么发", 2)]
    blocks += [_judged(slip, row.subject, judged.get(row.subject)) for row in slip.rows]
    blocks += [Heading("期限", 2), *_limits(slip, ledger), Heading("各行", 2), _rows(rows)]
    if asked:
        several = len(slip.rows) > 1
        following = (b for r, n in asked for b in ruled(r, n, ledger, with_subject=several))
        blocks += [Heading("下一步", 2), *following]
    data: dict[str, Any] = {
        "slip": slip.id,
        "as_of": iso(slip.as_of),
        "judged": [_judged_data(row.subject, judged.get(row.subject)) for row in slip.rows],
        "rows": [_row_data(r) for r in rows],
        "rulings": [ruled_data(r, n) for r, n in asked],
    }
    return Report(f"{slip.id} {slip.kind}", day, tuple(blocks), data, data["rows"])


def _head(slip: Slip, day: date) -> Facts:
    signed = next((e for e in slip.log if e.event == "签发"), None)
    issued = f"{signed.date}，{signed.by or '未写'}签发" if signed else "未签发"
    if signed is not None and issued_on(slip, day) is None:
        issued += "（已作废）" if signed.date <= day else "（在判定日以后）"
    return Facts(
        (
            ("文号", Cell(slip.number)),
            ("主送单位", Cell(slip.unit)),
            ("判定日", Cell(str(slip.as_of))),
            ("签发", Cell(issued)),
            ("依据", Cell(f"policy.yaml {slip.policy} 起的版本" if slip.policy else "内置规则")),
        )
    )


def _judged(slip: Slip, subject: str, ruling: Ruling | None) -> Block:
    """The clause, found again from the files as they are now; a paper that they do not bear out is said so."""
    if ruling is None:
        return Paragraph(
            f"{subject}：按现有记录，{slip.unit}在{cn_date(slip.as_of)}不是它的责任单位。", Tone.WARN
        )
    because = f"{subject}：{ruling.because}（{ruling.clause}）。"
    if ruling.outcome is Outcome.PROPOSE and ruling.kind == slip.kind:
        return Paragraph(because)
    direct = next((r.direct_entry_by for r in slip.rows if r.subject == subject), None)
    decided = f"由{direct}决定直接发出。" if direct else ""
    verdict = f"按现有记录重算为{OUTCOMES[ruling.outcome]}{ruling.kind or ''}，与本单不同。"
    return Paragraph(f"{because}{verdict}{decided}", Tone.WARN)


def _limits(slip: Slip, ledger: Ledger) -> list[Block]:
    signed = next((e.date for e in slip.log if e.event == "签发"), None)
    if signed is None:
        return []
    calendar, rung = ledger.calendar, policy_of(slip, ledger).ladder.rung(slip.rung)
    lines = [f"回复期限{limit_counted(calendar, signed, slip.reply_due)}。"]
    for limit in sorted({r.limit for r in slip.rows if r.limit is not None}):
        refs = "、".join(r.id for r in slip.rows if r.limit == limit)
        how = finish_counted(calendar, slip, rung, signed, limit)
        lines.append(f"第{refs}行办结期限{how}。")
    return [Paragraph("".join(lines))]


def _rows(rows: Sequence[RowStanding]) -> Table:
    columns = (
        Column("行"), Column("事项"), Column("名称", wrap=True), Column("办结期限"), Column("回复", wrap=True),
        Column("办结", wrap=True),
    )  # fmt: skip
    return Table(columns, tuple(_row(r) for r in rows))


def _row(row: RowStanding) -> tuple[Cell, ...]:
    paper = row.paper
    return cells(paper.row.id, paper.row.subject, row.title, paper.limit, reply_words(row), end_cell(row))


def _row_data(row: RowStanding) -> dict[str, Any]:
    paper = row.paper
    return {
        "ref": paper.ref,
        "subject": paper.row.subject,
        "limit": iso(paper.limit),
        "state": paper.state.value,
        "replied": iso(row.replied),
        "in_time": row.replied_in_time,
        "settled": row.settled.words if row.settled else None,
    }


def _judged_data(subject: str, ruling: Ruling | None) -> dict[str, Any]:
    return {
        "subject": subject,
        "clause": ruling.clause if ruling else None,
        "rung": ruling.kind if ruling else None,
        "because": ruling.because if ruling else None,
    }
