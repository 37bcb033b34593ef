"""``ledger assess --read``: what is to be recorded, which problems are found, what contradicts the ledger, what is not taken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.base.diagnostics import Diagnostic
from ledger.loading.returns.assessed import CONCLUSION
from ledger.measures.assessing import CONCLUSIONS
from ledger.reports.assessed.judged import Judged, Outcome
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    Report,
    Table,
    Tone,
    cells,
)  # fmt: skip
from ledger.reports.returns.faults import fault_blocks


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A round as it was weighed. ``plans`` are those whose log is to tell of it, ``inspection`` holds its findings.

    ``created``: that inspection is new. ``written``: all of it stands in the ledger now.
    """

    event: str
    year: int
    files: int
    blank: int
    rows: Sequence[Judged]
    plans: Sequence[str]
    inspection: str
    created: bool
    faults: Sequence[Diagnostic]
    when: date
    written: bool
    changes: bool
    diff: str

    def that(self, outcome: Outcome) -> list[Judged]:
        return [row for row in self.rows if row.outcome is outcome]

    @property
    def taken(self) -> list[Judged]:
        return [row for row in self.rows if row.outcome is not Outcome.HELD]

    @property
    def findings(self) -> list[Judged]:
        return [row for row in self.rows if row.finds]


def read_back_report(back: ReadBack, day: date) -> Report:
    blocks: list[Block] = [_summary(back)]
    for part in (_entries(back), _findings(back), fault_blocks(back.faults)):
        blocks += part
    blocks.append(Paragraph(_end(back)))
    rows = [_data(row) for row in back.rows]
    data: dict[str, Any] = {
        "round": back.event,
        "year": back.year,
        "date": back.when.isoformat(),
        "written": back.written,
        "files": back.files,
        "blank": back.blank,
        "plans": list(back.plans),
        "inspection": back.inspection,
        "created": back.created,
        "rows": rows,
        "diff": back.diff,
    }
    return Report(f"{back.year}年{back.event}收回", day, tuple(blocks), data, rows)


def _summary(back: ReadBack) -> Facts:
    taken = back.taken
    kinds = "，".join(f"{word}{sum(r.conclusion == word for r in taken)}项" for word in CONCLUSIONS)
    held = len(back.that(Outcome.HELD))
    told = len(back.that(Outcome.TOLD))
    verb = "已记" if back.written else "要记"
    where = f"{'新建' if back.created else '列入'} {back.inspection}"
    return Facts(
        (
            ("收回", Cell(f"{back.files} 份，填了 {len(back.rows)} 行，没有填 {back.blank} 行")),
            ("评估结论", Cell(kinds)),
            (
                f"{verb}{back.event}",
                Cell("、".join(back.plans) or "没有（方案的记录里已有，或没有可收的行）"),
            ),
            (f"{verb}核验", Cell(f"{len(back.that(Outcome.ENTRY))} 条，记在 {back.when}")),
            ("发现问题", Cell(f"{len(back.findings)} 个，{where}" if back.findings else "没有新的")),
            ("与台账不一致", Cell(f"{told} 项，见下", Tone.WARN) if told else Cell("0 项", Tone.GOOD)),
            ("没有收", Cell(f"{held} 行，见下", Tone.BAD) if held else Cell("0 行", Tone.GOOD)),
        )
    )


def _entries(back: ReadBack) -> Iterator[Block]:
    rows = back.that(Outcome.ENTRY)
    if rows:
        yield Heading(f"{'已记' if back.written else '要记'}核验 {len(rows)} 条", 2)
        columns = (
            Column("事项"), Column("名称", wrap=True), Column(CONCLUSION), Column("事件"), Column("说明", wrap=True),
        )  # fmt: skip
        yield Table(columns, tuple(cells(r.ref, r.title, r.conclusion, r.event, r.note) for r in rows))


def _findings(back: ReadBack) -> Iterator[Block]:
    if back.findings:
        yield Heading(f"督察问题 {len(back.findings)} 个", 2)
        columns = (
            Column("事项"), Column("问题", wrap=True), Column("整改要求", wrap=True), Column("责任单位", wrap=True),
            Column("整改期限"),
        )  # fmt: skip
        yield Table(columns, tuple(_finding(row) for row in back.findings))


def _finding(row: Judged) -> tuple[Cell, ...]:
    problem = row.problem
    if problem is None:
        return cells(row.ref, "", "", "", "")
    return cells(row.ref, problem.title, problem.text, problem.unit, problem.due)


def _end(back: ReadBack) -> str:
    if not back.changes:
        return "没有要记的。"
    if back.written:
        return "已写入台账；同一份再收一次，不会重复记。"
    return "以上是预览，没有写入；加 --diff 看改动，加 --write 写入台账。"


def _data(row: Judged) -> dict[str, Any]:
    place, problem = row.place(CONCLUSION), row.problem
    return {
        "ref": row.ref,
        "title": row.title,
        "plan": row.sent.plan,
        "file": place.path,
        "cell": place.cell,
        "state": row.state or None,
        "conclusion": row.conclusion,
        "remark": row.remark,
        "outcome": row.outcome.value,
        "event": row.event or None,
        "problem": problem.title if problem else None,
        "due": problem.due.isoformat() if problem else None,
        "unit": problem.unit if problem else None,
        "known": bool(problem and problem.known),
        "faults": [fault.code for fault in row.faults],
    }
