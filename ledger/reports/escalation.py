"""``ledger escalate``: the papers that this month's run proposes or issues, row by row with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ledger.measures.paper_counts import PaperCount, count_proposed
from ledger.measures.rulings import Outcome, Ruling
from ledger.model.slips import RUNGS, Slip
from ledger.reports.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    Paragraph,
    Report,
    Tone,
)
from ledger.reports.issued_papers import issued_table, slip_data
from ledger.reports.ruling_rows import ruling_data, ruling_tasks
from ledger.reports.words import measure_word

_KEYS = ("rung", "track", "subject", "unit", "due", "days", "workdays", "clause", "because")
_WAITING = (
    (Outcome.REFERRAL, "移交建议（供会议研究，不自动发文）"),
    (Outcome.BACKLOG, "积压清单（起用以前的逾期，本次未排到）"),
    (Outcome.HOLD, "暂不升级"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """The rulings of one run on ``day``; ``grouping`` decides how rows make papers.

    ``issued`` are the papers that it wrote (None: it only proposes), ``earlier`` those of the same day that stood
    in the register before it. ``forecast`` when the day has not come. ``titles``: what the office calls its papers.
    ``patch`` is what would be written, where that was asked for; ``only`` the one kind of rows that was, in Chinese:
    the rulings are of that kind, and there are no papers beside them.
    """

    day: date
    rulings: Sequence[Ruling]
    grouping: str
    policy: date | None
    earlier: Sequence[Slip] = ()
    issued: Sequence[Slip] | None = None
    forecast: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    patch: str | None = None
    only: str | None = None

    def of(self, outcome: Outcome) -> list[Ruling]:
        return [r for r in self.rulings if r.outcome is outcome]

    def counts(self) -> dict[str, PaperCount]:
        """Papers and rows by kind: one paper a unit, or (per_item) one a row."""
        return count_proposed(self.of(Outcome.PROPOSE), self.grouping)


def escalation(run: Run) -> Report:
    counts = run.counts()
    blocks: list[Block] = []
    if run.forecast:
        blocks.append(Paragraph("预测：判定日尚未到来，以当前记录推算，不作为发单依据。", Tone.WARN))
    if run.only is None:
        blocks.append(_counts(counts))
    blocks += _issued(run) if run.issued is not None else _proposed(run, counts)
    blocks += _earlier(run)
    for outcome, title in _WAITING:
        rows = run.of(outcome)
        if rows:
            blocks += [Heading(f"{title}，{len(rows)} 行", 2), ruling_tasks(rows)]
    blocks.append(Paragraph(_basis(run), Tone.MUTED))
    data = _data(run, counts)
    records = data["proposed"]
    if run.only is not None:  # all rows are of that kind, whichever it is
        records = [row for key in ("proposed", "referral", "backlog", "hold") for row in data[key]]
    return Report(_title(run), run.day, tuple(blocks), data, records, _KEYS)


def _title(run: Run) -> str:
    title = "三单一书签发" if run.issued is not None else "三单一书建议"
    return f"{title}（{run.only}）" if run.only else title


def _proposed(run: Run, counts: dict[str, PaperCount]) -> list[Block]:
    blocks: list[Block] = []
    for kind in reversed(RUNGS):
        rows = [r for r in run.of(Outcome.PROPOSE) if r.kind == kind]
        if rows:
            title = f"（{run.titles[kind]}）" if kind in run.titles else ""
            head = f"{kind}{title} {counts[kind].papers} {measure_word(kind)}，{len(rows)} 行"
            blocks += [Heading(head, 2), ruling_tasks(rows)]
    if blocks or (run.only and run.rulings):
        return blocks
    only = f"“{run.only}”的行" if run.only else "应发的单"
    return [Paragraph(f"本次没有{only}。", Tone.GOOD)]


def _issued(run: Run) -> list[Block]:
    issued = run.issued or ()
    if not issued:
        reason = "该发的单都已签发" if run.earlier else "没有应发的单"
        return [Paragraph(f"本次新增 0 件：{reason}。", Tone.GOOD)]
    return [Heading(f"本次签发 {len(issued)} 份", 2), issued_table(issued)]


def _earlier(run: Run) -> list[Block]:
    if not run.earlier:
        return []
    return [Heading(f"此前已按这一判定日签发 {len(run.earlier)} 份", 2), issued_table(run.earlier)]


def _basis(run: Run) -> str:
    version = f"policy.yaml {run.policy} 起的版本" if run.policy else "内置规则"
    if run.only is not None:
        return f"依据 {version}；只列了“{run.only}”的行，未签发、未编号、未写入任何文件。"
    if run.issued is None:
        return f"依据 {version}；本次只是建议，未签发、未编号、未写入任何文件。加 --write 编号签发。"
    if not run.issued:
        return f"依据 {version}；没有改动任何文件。"
    return f"依据 {version}；单和文稿已写入 slips/，用 ledger paper 编号 --format docx 打印，核对后提交。"


def _data(run: Run, counts: dict[str, PaperCount]) -> dict[str, Any]:
    return {
        "proposed": [ruling_data(r, with_rung=True) for r in run.of(Outcome.PROPOSE)],
        "issued": [slip_data(s) for s in run.issued or ()],
        "earlier": [slip_data(s) for s in run.earlier],
        "counts": {kind: {"papers": c.papers, "rows": c.rows} for kind, c in counts.items()},
        "hold": [ruling_data(r, with_rung=False) for r in run.of(Outcome.HOLD)],
        "referral": [ruling_data(r, with_rung=False) for r in run.of(Outcome.REFERRAL)],
        "backlog": [ruling_data(r, with_rung=False) for r in run.of(Outcome.BACKLOG)],
        "forecast": run.forecast,
        **({"diff": run.patch} if run.patch is not None else {}),
    }


def _counts(counts: dict[str, PaperCount]) -> Facts:
    return Facts(
        tuple((k, Cell(f"{c.papers} {measure_word(k)}，{c.rows} 行")) for k, c in reversed(counts.items()))
    )
