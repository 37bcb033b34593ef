"""``ledger why``: the whole line of reasoning behind an item's state, its lateness and its next paper."""

from collections.abc import Sequence
from typing import Any

from ledger.measures.exempting import exempted
from ledger.measures.forecast import Next
from ledger.measures.history import History, Step
from ledger.measures.rulings import Ruling
from ledger.measures.settled import RowStanding
from ledger.measures.standing import Standing
from ledger.model.entries import Entry
from ledger.model.facts import voided
from ledger.model.items import STATE_WORDS
from ledger.model.ledger import Ledger
from ledger.model.register import Course
from ledger.model.registers.exemptions import Exemption
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.items import item_data
from ledger.reports.logs import details
from ledger.reports.next_step import ruled, ruled_data
from ledger.reports.paper_rows import paper_data, paper_table
from ledger.reports.words import cn_date, iso, late_node, names, state_cell

Asked = tuple[Ruling, Next | None]
"""A ruling, and what comes after it."""


def why(standing: Standing, papers: Sequence[RowStanding], asked: Sequence[Asked], ledger: Ledger) -> Report:
    history = standing.history
    forgiven = _exemptions(standing, ledger)
    blocks: list[Block] = [_conclusion(standing, forgiven), Heading("逐条记录", 2)]
    set_aside = _set_aside(standing)
    if history.steps or set_aside:
        blocks.append(_steps(history, set_aside))
    else:
        blocks.append(Paragraph("没有任何记录，所以是“未启动”。"))
    blocks += [Heading("时限", 2), Paragraph("".join(_due_lines(standing)))]
    blocks += [Heading("三单一书", 2), *paper_table(papers)]
    blocks += [Heading("下一步", 2), *(b for r, n in asked for b in ruled(r, n, ledger))]
    data: dict[str, Any] = {
        **item_data(standing),
        "cycle": iso(history.cycle),
        "steps": [_step_data(s) for s in history.steps],
        "papers": paper_data(papers),
        "rulings": [ruled_data(r, n) for r, n in asked],
        "exempted": [{"ref": e.ref, "unit": unit} for unit, e in forgiven],
    }
    return Report(f"{standing.ref} {standing.title}", standing.day, tuple(blocks), data, data["steps"])


def _exemptions(standing: Standing, ledger: Ledger) -> list[tuple[str, Course[Exemption]]]:
    """Which of its leads lose no points for it, and by which finding."""
    found = ((unit, exempted(ledger, standing.ref, unit, standing.day)) for unit in standing.leads)
    return [(unit, exemption) for unit, exemption in found if exemption is not None]


def _conclusion(standing: Standing, forgiven: Sequence[tuple[str, Course[Exemption]]]) -> Facts:
    rows: list[tuple[str, Cell]] = [
        ("结论", state_cell(standing)),
        *([("逾期的是", Cell(node))] if (node := late_node(standing)) else []),
        ("牵头单位", Cell(names(standing.leads))),
        ("有效时限", Cell(str(standing.effective_due or "无"))),
    ]
    if standing.cause:
        rows.append(("原因", Cell(standing.cause)))
    rows += [
        ("容错", Cell(f"{unit}不扣分（{e.ref} 认定免责）；状态、逾期和发单不变")) for unit, e in forgiven
    ]
    return Facts(tuple(rows))


def _set_aside(standing: Standing) -> list[tuple[Entry, str]]:
    """Entries that did not enter the reckoning at all: void, or dated after the day."""
    log = standing.item.log
    void = voided(log, standing.day)
    later = [(e, "在判定日以后，不计") for e in log if e.date > standing.day]
    return later + [(log[n], f"已由 {log[by].date} 的更正作废") for n, by in sorted(void.items())]


def _steps(history: History, set_aside: list[tuple[Entry, str]]) -> Table:
    columns = (Column("日期"), Column("事件"), Column("内容", wrap=True), Column("结果", wrap=True))
    rows = [cells(s.entry.date, s.entry.event, details(s.entry), _effect(s)) for s in history.steps]
    rows += [cells(e.date, e.event, details(e), Cell(reason, Tone.MUTED)) for e, reason in set_aside]
    return Table(columns, tuple(sorted(rows, key=lambda r: r[0].text)))


def _effect(step: Step) -> Cell:
    if not step.counted:
        return Cell(f"不计：{STATE_WORDS[step.before]}时不能记“{step.entry.event}”，或缺必填项", Tone.BAD)
    if step.before is step.after:
        return Cell(STATE_WORDS[step.after])
    return Cell(f"{STATE_WORDS[step.before]}变为{STATE_WORDS[step.after]}")


def _due_lines(standing: Standing) -> list[str]:
    return [_written(standing), *_moves(standing), *_verdict(standing)]


def _written(standing: Standing) -> str:
    due = standing.due
    if due is None:
        return "没有写时限（待定）。"
    if due.last is None:
        return "时限为“长期”，没有到期日。"
    meaning = "" if due.first == due.last else f"（写作 {due}，指该时段最后一天）"
    return f"写明的时限是{cn_date(due.last)}{meaning}。"


def _moves(standing: Standing) -> list[str]:
    """What moved the limit, and where it is now."""
    history, day = standing.history, standing.day
    lines = [
        f"{cn_date(x.approved)}批准{_of_node(x.node)}延期到{cn_date(x.until)}。" for x in history.extensions
    ]
    for pause in history.pauses:
        days = (pause.end(day) - pause.start).days
        lines.append(f"{cn_date(pause.start)}起暂缓，至{cn_date(day)}计{days}天，时限顺延。")
    if lines and standing.effective_due is not None:
        lines.append(f"有效时限是{cn_date(standing.effective_due)}。")
    if standing.node is not None and standing.is_open:
        node = standing.node
        lines.append(f"最早未完成的节点是 {node.id}（{node.title}），时限{cn_date(node.due)}。")
    if history.cycle is not None:
        lines.append(f"{cn_date(history.cycle)}起重新计轮（批准延期或回头看反弹）。")
    return lines


def _verdict(standing: Standing) -> list[str]:
    claimed, day = standing.history.claimed, standing.day
    if claimed is not None:
        if standing.effective_due is None:
            return [f"{cn_date(claimed)}报完成。"]
        word = "晚于当时的有效时限，记为逾期完成" if standing.claimed_late else "不晚于当时的有效时限"
        return [f"{cn_date(claimed)}报完成，{word}。"]
    if standing.overdue:
        return [f"至{cn_date(day)}逾期{standing.overdue_days}天。"]
    if standing.deadline is not None and standing.is_open:
        return [f"至{cn_date(day)}没有逾期（当日到期不算逾期）。"]
    return []


def _of_node(node: str | None) -> str:
    return f"节点 {node} " if node else ""


def _step_data(step: Step) -> dict[str, Any]:
    return {
        "date": iso(step.entry.date),
        "event": step.entry.event,
        "before": step.before.value,
        "after": step.after.value,
        "counted": step.counted,
        "details": details(step.entry),
    }
