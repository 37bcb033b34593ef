"""``ledger show``: one thing as it stands, with its log."""

from typing import Any

from ledger.measures.plans import PlanStanding
from ledger.measures.standing import Standing
from ledger.model.items import State
from ledger.model.ledger import Ledger
from ledger.model.slips import Slip
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, cells
from ledger.reports.items import item_data, item_table
from ledger.reports.logs import entry_data, log_table
from ledger.reports.words import cn_date, due_text, iso, late_node, names, state_cell

Row = tuple[str, Cell]


def _facts(*rows: tuple[str, object]) -> Facts:
    """Only what there is to say."""
    return Facts(
        tuple((label, v if isinstance(v, Cell) else Cell(str(v))) for label, v in rows if v not in (None, ""))
    )


def show_item(standing: Standing, place: str) -> Report:
    item = standing.item
    facts = _facts(
        ("方案", f"{standing.plan.id} {standing.plan.title}"),
        ("所属部分", _part(standing)),
        ("领域", standing.field),
        ("专项小组", standing.group),
        ("牵头单位", names(standing.leads)),
        ("配合单位", "、".join(standing.participants)),
        ("领衔领导", item.leader),
        ("时限", due_text(standing)),
        ("状态", state_cell(standing)),
        ("逾期的是", late_node(standing)),
        ("本轮开始", standing.history.cycle),
        ("标记", "、".join(w for w, on in (("重点", item.focus), ("硬骨头", item.hard)) if on)),
        ("位置", place),
    )
    blocks: list[Block] = [facts, *_nodes(standing)]
    if item.text:
        blocks += [Heading("原文", 2), Paragraph(item.text)]
    if item.log:
        blocks += [Heading("记录", 2), log_table(item.log)]
    data = {"thing": "item", **item_data(standing), "place": place, "log": [entry_data(e) for e in item.log]}
    return Report(f"{standing.ref} {standing.title}", standing.day, tuple(blocks), data, data["log"])


def _part(standing: Standing) -> str | None:
    wanted = standing.item.part
    title = next((p.title for p in standing.plan.parts if p.id == wanted), "")
    return f"{wanted} {title}".strip() if wanted else None


def _nodes(standing: Standing) -> list[Block]:
    if not standing.item.nodes:
        return []
    reached = standing.history.reached
    rows = tuple(cells(n.id, n.title, n.due, reached.get(n.id) or "未完成") for n in standing.item.nodes)
    columns = (Column("节点"), Column("名称", wrap=True), Column("时限"), Column("完成"))
    return [Heading("节点", 2), Table(columns, rows)]


def show_plan(plan: PlanStanding, items: list[Standing], place: str) -> Report:
    record = plan.plan
    done = sum(s.status is State.COMPLETED for s in items)
    facts = _facts(
        ("文号", record.number),
        ("领域", record.field),
        ("专项小组", record.group),
        ("牵头单位", "、".join(record.lead)),
        ("上级文件", "、".join(record.upstream)),
        ("审议通过", cn_date(plan.adopted)),
        ("印发", cn_date(plan.issued)),
        ("销账", cn_date(plan.closed)),
        ("事项", f"{len(items)} 项，已完成 {done}"),
        ("位置", place),
    )
    blocks: list[Block] = [
        facts,
        Heading("事项", 2),
        item_table(items),
        Heading("记录", 2),
        log_table(record.log),
    ]
    data: dict[str, Any] = {
        "thing": "plan",
        "ref": record.id,
        "title": record.title,
        "number": record.number,
        "adopted": iso(plan.adopted),
        "issued": iso(plan.issued),
        "closed": iso(plan.closed),
        "place": place,
        "items": [item_data(s) for s in items],
        "log": [entry_data(e) for e in record.log],
    }
    return Report(f"{record.id} {record.title}", plan.day, tuple(blocks), data, data["items"])


def show_slip(slip: Slip, ledger: Ledger, place: str) -> Report:
    titles = {f"{p.id}/{i.id}": i.title for p, i in ledger.items()} | {d.id: d.title for d in ledger.upstream}
    facts = _facts(
        ("种类", slip.kind),
        ("文号", slip.number),
        ("主送单位", slip.unit),
        ("判定日", slip.as_of),
        ("回复期限", slip.reply_due),
        ("位置", place),
    )
    columns = (
        Column("行"),
        Column("事项"),
        Column("名称", wrap=True),
        Column("办结期限"),
        Column("记录", wrap=True),
    )
    rows = tuple(
        cells(
            r.id, r.subject, titles.get(r.subject), r.limit, "；".join(f"{e.date} {e.event}" for e in r.log)
        )
        for r in slip.rows
    )
    data: dict[str, Any] = {
        "thing": "slip",
        "ref": slip.id,
        "kind": slip.kind,
        "number": slip.number,
        "unit": slip.unit,
        "as_of": iso(slip.as_of),
        "reply_due": iso(slip.reply_due),
        "place": place,
        "rows": [{"id": r.id, "subject": r.subject, "limit": iso(r.limit)} for r in slip.rows],
        "log": [entry_data(e) for e in slip.log],
    }
    blocks = (facts, Heading("各行", 2), Table(columns, rows), Heading("记录", 2), log_table(slip.log))
    return Report(f"{slip.id} {slip.kind}", None, blocks, data, data["rows"])
