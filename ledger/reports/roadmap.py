"""任务书、时间表、路线图 of one plan (S4): who does what by when, the steps counted back from limits, and where it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ledger.base.days import Due
from ledger.measures.plan_states import STAGE_WORDS, PlanProgress, Stage
from ledger.measures.progress import Tally, tally
from ledger.measures.schedule import Step, begins, periods, schedule
from ledger.measures.standing import Standing
from ledger.model.facts import facts
from ledger.model.items import State
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.words import cn_date, days_left, due_text, iso, names, state_cell

_RUNNING, _NODE, _LIMIT = "─", "○", "●"


@dataclass(frozen=True, slots=True)
class Road:
    """A plan with its items on a day; ``inspections`` are the references of those that name it."""

    progress: PlanProgress
    items: Sequence[Standing]
    inspections: Sequence[str] = ()

    @property
    def counted(self) -> list[Standing]:
        """What was cancelled, merged or split is on no road."""
        return [s for s in self.items if s.history.state is not State.CANCELLED]


def roadmap(road: Road) -> Report:
    progress, plan = road.progress, road.progress.plan
    steps = schedule(road.counted, plan.issued)
    axis = _axis(road.counted, steps, plan.issued)
    blocks: list[Block] = [_head(road), Heading("任务书", 2), _tasks(road.counted)]
    blocks += [Heading("时间表（倒排工期）", 2), *_timetable(steps, plan.day)]
    blocks += [Heading("路线图", 2), *_map(road.counted, steps, axis, plan.issued)]
    blocks += [Heading("四环", 2), _rings(road)]
    records = [_step_data(step) for step in steps]
    data = {
        "ref": plan.plan.id,
        "title": plan.plan.title,
        "stage": progress.stage.value,
        "tasks": [_task_data(s) for s in road.counted],
        "steps": records,
        "periods": [str(p) for p in axis],
    }
    return Report(f"{plan.plan.title}任务书、时间表、路线图", plan.day, tuple(blocks), data, records, _KEYS)


_KEYS = ("ref", "title", "leads", "since", "due", "days", "done")


def _head(road: Road) -> Facts:
    record, plan = road.progress.plan.plan, road.progress.plan
    rows = (
        ("方案", record.id),
        ("文号", record.number),
        ("牵头单位", "、".join(record.lead)),
        ("专项小组", record.group),
        ("印发", cn_date(plan.issued)),
        ("现处环节", STAGE_WORDS[road.progress.stage]),
    )
    return Facts(tuple((label, Cell(text)) for label, text in rows if text))


def _tasks(items: Sequence[Standing]) -> Table:
    columns = (
        Column("事项"), Column("任务", wrap=True), Column("牵头单位", wrap=True), Column("配合单位", wrap=True),
        Column("领衔领导"), Column("完成时限", wrap=True),
    )  # fmt: skip
    rows = (
        cells(s.item.id, s.title, names(s.leads), "、".join(s.participants), s.item.leader, due_text(s))
        for s in items
    )
    return Table(columns, tuple(rows))


def _timetable(steps: Sequence[Step], day: date) -> list[Block]:
    """By limits: how long there is for each step, and whether it was done."""
    if not steps:
        return [Paragraph("没有定了时限的事项。")]
    columns = (
        Column("期限"), Column("事项"), Column("做成什么", wrap=True), Column("牵头单位", wrap=True), Column("起算"),
        Column("天数", right=True), Column("情况"),
    )  # fmt: skip
    rows = (
        cells(
            step.due, step.ref.partition("/")[2], step.title, names(step.item.leads), step.since, step.days,
            _state(step, day),
        )
        for step in steps
    )  # fmt: skip
    note = "天数从上一步的期限（第一步从计划启动、实际启动或印发）算到这一步的期限"
    return [Table(columns, tuple(rows)), Paragraph(note)]


def _state(step: Step, day: date) -> Cell:
    if step.done is None:
        return days_left(step.due, day)
    late = step.done > step.due
    return Cell("逾期完成" if late else "按期完成", Tone.WARN if late else Tone.GOOD)


def _axis(items: Sequence[Standing], steps: Sequence[Step], issued: date | None) -> list[Due]:
    days = [step.due for step in steps] + [day for s in items if (day := begins(s))]
    days += [issued] if issued else []
    return periods(min(days), max(days)) if days else []


def _map(
    items: Sequence[Standing], steps: Sequence[Step], axis: Sequence[Due], issued: date | None
) -> list[Block]:
    """A row an item, a column a period."""
    if not axis:
        return [Paragraph("还没有可以排的时间。")]
    columns = (Column("事项"), Column("任务", wrap=True), *(Column(str(p)) for p in axis), Column("情况"))
    rows = (
        (*cells(s.item.id, s.title), *(Cell(_mark(s, steps, p, issued)) for p in axis), state_cell(s))
        for s in items
    )
    legend = f"{_RUNNING} 推进  {_NODE} 节点到期  {_LIMIT} 事项到期"
    return [Table(columns, tuple(rows)), Paragraph(legend)]


def _mark(item: Standing, steps: Sequence[Step], period: Due, issued: date | None) -> str:
    first, last = period.first or date.min, period.last or date.max
    own = [step for step in steps if step.item is item]
    due = [step for step in own if first <= step.due <= last]
    if due:
        return "".join(_NODE if step.node else _LIMIT for step in due)
    since, until = begins(item) or issued, item.effective_due
    running = since is not None and since <= last and (until is None or until >= first)
    return _RUNNING if running else ""


def _rings(road: Road) -> Table:
    """What was done in each of the four rings."""
    progress, plan, counts = road.progress, road.progress.plan, tally(road.items)
    met = [
        f"{e.date} {e.event}" for e in facts(plan.plan.log, plan.day) if e.event in _OF_RING[Stage.CHECKING]
    ]
    told = {
        Stage.DEPLOYING: _dated(
            ("审议通过", plan.adopted), ("印发", plan.issued), ("分解立项", plan.broken_down)
        ),
        Stage.IMPLEMENTING: _counts(counts),
        Stage.CHECKING: "；".join([*met, *road.inspections]),
        Stage.ASSESSING: _dated(
            ("年底自查", plan.self_checked), ("申请销账", plan.requested), ("销账", plan.closed)
        ),
    }
    rows = (cells("→" if progress.stage is s else "", STAGE_WORDS[s], told[s] or "还没有") for s in Stage)
    return Table((Column(""), Column("环节"), Column("情况", wrap=True)), tuple(rows))


_OF_RING = {Stage.CHECKING: ("协调", "年中督察")}


def _dated(*told: tuple[str, date | None]) -> str:
    return "；".join(f"{day} {word}" for word, day in told if day)


def _counts(counts: Tally) -> str:
    words = {"completed": "已完成", "in_progress": "推进中", "not_started": "未启动", "overdue": "逾期"}
    parts = [f"{word}{counts[figure]}项" for figure, word in words.items() if counts[figure]]
    return f"{counts['total']}项：{'，'.join(parts)}" if counts["total"] else ""


def _task_data(standing: Standing) -> dict[str, Any]:
    return {
        "ref": standing.ref,
        "title": standing.title,
        "leads": list(standing.leads),
        "participants": list(standing.participants),
        "leader": standing.item.leader,
        "due": str(standing.due) if standing.due else None,
        "effective_due": iso(standing.effective_due),
        "status": standing.status.value,
    }


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "ref": step.ref,
        "title": step.title,
        "leads": list(step.item.leads),
        "since": iso(step.since),
        "due": iso(step.due),
        "days": step.days,
        "done": iso(step.done),
    }
