"""``ledger close``: the gates of one plan with what fails by reference, or of every plan that is not closed."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ledger.measures.closing import Closing
from ledger.measures.gates import WORDS, Gate
from ledger.reports.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Report, Table, Tone, cells
from ledger.reports.words import cn_date, iso

_KEYS = ("id", "title", "total", "accepted", *WORDS, "requested", "closed", "ready")


def closing_report(closing: Closing, day: date) -> Report:
    """One plan: each gate, each thing that stands in the way, what comes next."""
    plan = closing.plan.plan
    gates = tuple(cells(g.word, _verdict(g), _reason(g)) for g in closing.gates)
    blocks: list[Block] = [
        Paragraph(_state(closing)),
        Table((Column("关口"), Column("结论"), Column("情况", wrap=True)), gates),
    ]
    rows = tuple(cells(g.word, s.ref, s.title, s.why) for g in closing.gates for s in g.shortfalls)
    if rows:
        columns = (Column("关口"), Column("编号"), Column("名称", wrap=True), Column("差在哪里", wrap=True))
        blocks += [Heading("还差什么", 2), Table(columns, rows)]
    blocks += _next(closing)
    data = _data(closing) | {"gates": [_gate_data(g) for g in closing.gates]}
    return Report(f"{plan.id} {plan.title}：销账三关", day, tuple(blocks), data, _records(closing))


def closings_report(closings: Sequence[Closing], day: date) -> Report:
    """Every plan that is not closed: how far it is from it."""
    columns = (
        Column("方案"), Column("名称", wrap=True), Column("核验", right=True),
        *(Column(word) for word in WORDS.values()), Column("销账"),
    )  # fmt: skip
    rows = tuple(
        cells(c.plan.plan.id, c.plan.plan.title, _accepted(c), *map(_verdict, c.gates), _where(c))
        for c in closings
    )
    ready = sum(c.ready and c.plan.requested is None for c in closings)
    note = Paragraph(
        f"没有销账的方案 {len(closings)} 个，三关都过、可以申请销账的 {ready} 个；"
        "核验是核验通过的事项和要办的事项；用 ledger close 方案编号 看差在哪里"
    )
    records = [_data(c) for c in closings]
    return Report("方案销账三关", day, (Table(columns, rows), note), {"plans": records}, records, _KEYS)


def _accepted(closing: Closing) -> str:
    return f"{sum(s.accepted for s in closing.counted)}/{len(closing.counted)}"


def _verdict(gate: Gate) -> Cell:
    if not gate.holds:
        return Cell(f"{len(gate.shortfalls)} 处不过", Tone.BAD)
    return Cell("过", Tone.GOOD) if gate.asked else Cell("不要求", Tone.MUTED)


def _reason(gate: Gate) -> str:
    if not gate.holds:
        return "见下表"
    return gate.said if gate.asked else "，".join(filter(None, ("督办规则没有要求", gate.said)))


def _where(closing: Closing) -> Cell:
    if closing.plan.requested is not None:
        return Cell("已申请", Tone.GOOD if closing.ready else Tone.BAD)
    return Cell("可申请", Tone.GOOD) if closing.ready else Cell("")


def _state(closing: Closing) -> str:
    requested, closed = closing.plan.requested, closing.plan.closed
    if closed is not None:
        return f"已于{cn_date(closed)}销账。"
    if requested is not None:
        return f"已于{cn_date(requested)}申请销账，等待审定。"
    done = _accepted(closing)
    return f"要办的事项核验通过 {done}，{'三关都过，可以申请销账' if closing.ready else '还不能申请销账'}。"


def _next(closing: Closing) -> list[Block]:
    name = closing.plan.plan.id
    if closing.plan.closed is not None or (closing.plan.requested is not None and not closing.ready):
        back = f'ledger record {name} 退回 --by 单位 --note "原因"'
        return [] if closing.ready else [Paragraph("已申请或已销账，而有关口不过，先退回："), Lines((back,))]
    if closing.plan.requested is not None:
        return [Paragraph("同意销账的，记："), Lines((f"ledger record {name} 销账 --by 单位",))]
    if not closing.ready:
        return []
    look = f"ledger paper {name} --kind 销账请示 --format docx -o 销账请示.docx"
    lines = (look, f"ledger close {name} --write")
    return [Paragraph("先看请示的文稿，再记 申请销账（文稿写在 closures/）："), Lines(lines)]


def _data(closing: Closing) -> dict[str, Any]:
    plan = closing.plan
    return {
        "id": plan.plan.id,
        "title": plan.plan.title,
        "total": len(closing.counted),
        "accepted": sum(s.accepted for s in closing.counted),
        **{gate.key: len(gate.shortfalls) for gate in closing.gates},
        "requested": iso(plan.requested),
        "closed": iso(plan.closed),
        "ready": closing.ready,
    }


def _gate_data(gate: Gate) -> dict[str, Any]:
    found = [{"ref": s.ref, "title": s.title, "why": s.why} for s in gate.shortfalls]
    words = {"key": gate.key, "word": gate.word, "said": gate.said}
    return words | {"asked": gate.asked, "holds": gate.holds, "shortfalls": found}


def _records(closing: Closing) -> list[dict[str, Any]]:
    """What stands in the way, a row each."""
    return [
        {"plan": closing.plan.plan.id, "gate": g.key, "ref": s.ref, "title": s.title, "why": s.why}
        for g in closing.gates
        for s in g.shortfalls
    ]
