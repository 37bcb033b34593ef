"""``ledger escalate``: the papers that this month's run proposes, row by row with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.measures.papers import PaperCount
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.slips import RUNGS
from ledger.reports.blocks import Block, Cell, Facts, Heading, Paragraph, Report, Task, Tasks, Tone

_KEYS = ("rung", "track", "subject", "unit", "due", "days", "workdays", "clause", "because")


@dataclass(frozen=True, slots=True)
class Proposal:
    """The rulings of one run; ``grouping`` decides how rows make papers."""

    day: date
    rulings: Sequence[Ruling]
    grouping: str
    policy: date | None

    def of(self, outcome: Outcome) -> list[Ruling]:
        return [r for r in self.rulings if r.outcome is outcome]

    def counts(self) -> dict[str, PaperCount]:
        """Papers and rows by kind: one paper a unit, or (per_item) one a row."""
        counts = {}
        for number, kind in enumerate(RUNGS, 1):
            rows = [r for r in self.of(Outcome.PROPOSE) if r.rung == number]
            papers = len(rows) if self.grouping == "per_item" else len({r.unit for r in rows})
            counts[kind] = PaperCount(papers, len(rows))
        return counts


def escalation(proposal: Proposal, *, forecast: bool) -> Report:
    proposed = proposal.of(Outcome.PROPOSE)
    hold, referral = proposal.of(Outcome.HOLD), proposal.of(Outcome.REFERRAL)
    counts = proposal.counts()
    blocks: list[Block] = []
    if forecast:
        blocks.append(Paragraph("预测：判定日尚未到来，以当前记录推算，不作为发单依据。", Tone.WARN))
    blocks.append(_counts(counts))
    for kind in reversed(RUNGS):
        rows = [r for r in proposed if r.kind == kind]
        if rows:
            blocks += [
                Heading(f"{kind} {counts[kind].papers} {_measure(kind)}，{len(rows)} 行", 2),
                _tasks(rows),
            ]
    if not proposed:
        blocks.append(Paragraph("本次没有应发的单。", Tone.GOOD))
    for title, rows in (("移交建议（供会议研究，不自动发文）", referral), ("暂不升级", hold)):
        if rows:
            blocks += [Heading(f"{title}，{len(rows)} 行", 2), _tasks(rows)]
    version = f"policy.yaml {proposal.policy} 起的版本" if proposal.policy else "内置规则"
    blocks.append(Paragraph(f"依据 {version}；本次只是建议，未签发、未编号、未写入任何文件。", Tone.MUTED))
    data: dict[str, Any] = {
        "proposed": [_row_data(r, with_rung=True) for r in proposed],
        "issued": [],
        "counts": {kind: {"papers": c.papers, "rows": c.rows} for kind, c in counts.items()},
        "hold": [_row_data(r, with_rung=False) for r in hold],
        "referral": [_row_data(r, with_rung=False) for r in referral],
        "forecast": forecast,
    }
    return Report("三单一书建议", proposal.day, tuple(blocks), data, data["proposed"], _KEYS)


def _measure(kind: str) -> str:
    return "期" if kind == "责令书" else "件"


def _counts(counts: dict[str, PaperCount]) -> Facts:
    return Facts(
        tuple((k, Cell(f"{c.papers} {_measure(k)}，{c.rows} 行")) for k, c in reversed(counts.items()))
    )


def _tasks(rows: Sequence[Ruling]) -> Tasks:
    return Tasks(("情况", "事项", "单位", "名称", "条款和理由"), tuple(_task(r) for r in rows))


def _task(ruling: Ruling) -> Task:
    standing = ruling.standing
    detail = f"{ruling.clause}  {ruling.because}"
    return Task(_state(ruling), (standing.ref, ruling.unit, standing.title), detail)


def _state(ruling: Ruling) -> Cell:
    if ruling.days is None:
        return Cell("无时限", Tone.WARN)
    if ruling.days > 0:
        return Cell(f"逾期{ruling.days}天（工作日{ruling.workdays}）", Tone.BAD)
    return Cell(f"还有{-ruling.days}天" if ruling.days else "当日到期", Tone.WARN)


def _row_data(ruling: Ruling, *, with_rung: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"rung": ruling.kind} if with_rung else {}
    return data | {
        "track": "item",
        "subject": ruling.standing.ref,
        "unit": ruling.unit,
        "due": ruling.due.isoformat() if ruling.due else None,
        "days": ruling.days,
        "workdays": ruling.workdays,
        "clause": ruling.clause,
        "because": ruling.because,
    }
