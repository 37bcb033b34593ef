"""``ledger unit`` of a leader: one screen of what is his, what is late, and the three things that are asked of him."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ledger.measures.causes import causes
from ledger.measures.leading import Leading, leading
from ledger.measures.progress import tally
from ledger.measures.standing import Standing
from ledger.measures.thing_states import ThingStanding
from ledger.model.duty import Duty
from ledger.model.ledger import Ledger
from ledger.model.registers.claims import ACTS
from ledger.model.units import TASK_GROUP
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Paragraph,
    Report,
    Table,
    Tasks,
    Tone,
    cells,
)
from ledger.reports.bulletin.wording import titled, units_of
from ledger.reports.duties import DUTY_KEYS, duty_data
from ledger.reports.figures import tally_data
from ledger.reports.items import done_of, item_data
from ledger.reports.last_ranking import last_called, place_line
from ledger.reports.register_list import owed_cell
from ledger.reports.unit import TASK_TITLES, task
from ledger.reports.words import HIGHER, names, pressing_due

_MOST, _SHOWN = 3, 10
_ORDINALS = "一二三"


def leader_page(
    leader: str, day: date, ledger: Ledger, items: Sequence[Standing], duties: Sequence[Duty], due_soon: int
) -> Report:
    """``items`` are all of the ledger's, ``duties`` his own, not yet met, by due day."""
    his = leading(leader, ledger, day, items)
    asked = list(_asks(his, duties, due_soon))[:_MOST]
    blocks: list[Block] = [Facts(tuple(_facts(his, ledger, items, due_soon)))]
    if asked:
        blocks += [Heading(f"请您定的 {len(asked)} 件事", 2)]
        said = [f"{number}是{ask}" for number, ask in zip(_ORDINALS, asked, strict=False)]
        blocks += [Paragraph(f"{each}。") for each in (said if len(asked) > 1 else asked)]
    blocks += _late(his)
    blocks += _things("认领的改革事项", his, his.claims)
    blocks += _things("领衔的改革项目", his, his.sponsors)
    if duties:
        blocks += [Heading(f"要您亲自办的 {len(duties)} 件", 2)]
        blocks += [Tasks(TASK_TITLES, tuple(task(d, day) for d in duties), code=True)]
    if not his.items and not duties and not his.groups:
        blocks.append(Paragraph("没有领衔、认领的事项，也没有待办。", Tone.GOOD))
    data: dict[str, Any] = {
        "leader": leader,
        "post": _post(leader, ledger),
        "items": tally_data(tally(his.items, due_soon)),
        "headed": [item_data(s) for s in his.headed],
        "claims": [t.ref for t in his.claims],
        "sponsors": [t.ref for t in his.sponsors],
        "groups": list(his.groups),
        "asks": asked,
        "late": [item_data(s) for s in his.late],
        "duties": [duty_data(d, day) for d in duties],
    }
    return Report(leader, day, tuple(blocks), data, data["duties"], DUTY_KEYS)


def _post(leader: str, ledger: Ledger) -> str | None:
    return next((p.title for p in ledger.units.register.leaders if p.id == leader), None)


def _facts(
    his: Leading, ledger: Ledger, items: Sequence[Standing], due_soon: int
) -> Iterator[tuple[str, Cell]]:
    if post := _post(his.leader, ledger):
        yield "职务", Cell(post)
    if his.items:
        found = tally(his.items, due_soon)
        rate = f"（{found.rate}%）" if found.rate is not None else ""
        ways = {"领衔": len(his.headed), "认领": len(his.claims), "领衔项目": len(his.sponsors)}
        come = "，".join(f"{word}{n}{'项' if word == '领衔' else '件'}" for word, n in ways.items() if n)
        yield "名下事项", Cell(f"{found['total']} 项，已完成 {found['completed']}{rate}：{come}")
        tone = Tone.BAD if found["overdue"] else Tone.PLAIN
        yield "其中", Cell(f"逾期 {found['overdue']}，将到期 {found['due_soon']}", tone)
    worst = Counter(unit for s in his.late for unit in s.leads).most_common()
    if worst:
        last = [unit for unit, n in worst if n == worst[0][1]]
        each = "各" if len(last) > 1 else ""
        yield "拖得最多", Cell(f"{units_of(last)}，{each}逾期 {worst[0][1]} 项")
    ranked = last_called(ledger, his.day)
    for group in his.groups:
        done = f"完成 {done_of([s for s in items if s.group == group]) or '没有事项'}"
        place = place_line(ranked, group)
        yield f"任组长的{TASK_GROUP}", Cell(f"{group}：{done}{f'，{place}' if place else ''}")


def _asks(his: Leading, duties: Sequence[Duty], due_soon: int) -> Iterator[str]:
    """What only he can do first: decide what units cannot, then what he owes himself, then whom to press."""
    stuck = [s for s in his.items if s.cause and (s.overdue or s.status == "suspended")]
    for cause, _ in causes(stuck):
        if cause in HIGHER:
            found = [s for s in stuck if s.cause == cause]
            yield f"因“{cause}”推不动的{len(found)}项，{HIGHER[cause]}：{titled(s.title for s in found)}"
    for duty in duties:
        if late := duty.overdue_days(his.day):
            yield f"{titled([duty.title])}的{duty.what}已过期{late}天，请安排时间"
    pressed = [s for s in his.late if s.cause not in HIGHER]
    if pressed:
        led = f"，请督促{units_of(unit for s in pressed for unit in s.leads)}"
        yield f"逾期的{len(pressed)}项（最久{pressed[0].overdue_days}天）{led}：{titled(s.title for s in pressed)}"
    soon = [d for d in duties if 0 <= (d.due - his.day).days <= due_soon]
    if soon:
        yield f"{due_soon}天内要您亲自办的{len(soon)}件，最近的是{titled([soon[0].title])}的{soon[0].what}（{soon[0].due}前）"
    coming = [s for s in his.items if s.due_within(due_soon)]
    if coming:
        yield f"{due_soon}天内到期的{len(coming)}项，请过问：{titled(s.title for s in coming)}"
    later = [d for d in duties if (d.due - his.day).days > due_soon]
    if later:
        yield f"{later[0].due}以前要您亲自办的{len(later)}件，请先定时间：{titled(dict.fromkeys(d.title for d in later), unit='个')}"


def _late(his: Leading) -> Iterator[Block]:
    if not his.late:
        return
    yield Heading(f"拖着的 {len(his.late)} 项", 2)
    columns = (
        Column("事项"), Column("名称", wrap=True), Column("牵头单位", wrap=True), Column("时限", wrap=True),
        Column("逾期天数", right=True), Column("原因", wrap=True), Column("由来"),
    )  # fmt: skip
    rows = (
        cells(
            s.ref, s.title, names(s.leads), pressing_due(s), Cell(str(s.overdue_days), Tone.BAD),
            s.cause or "未记录", his.why(s),
        )
        for s in his.late[:_SHOWN]
    )  # fmt: skip
    yield Table(columns, tuple(rows))
    if len(his.late) > _SHOWN:
        yield Paragraph(
            f"还有 {len(his.late) - _SHOWN} 项，用 ledger overdue --unit {his.leader} 看。", Tone.MUTED
        )


def _things(title: str, his: Leading, things: Sequence[ThingStanding[Any]]) -> Iterator[Block]:
    if not things:
        return
    yield Heading(f"{title} {len(things)} 件", 2)
    columns = (
        Column("编号"), Column("名称", wrap=True), Column("事项完成"), Column("亲自抓", wrap=True), Column("还欠", wrap=True),
    )  # fmt: skip
    yield Table(
        columns,
        tuple(cells(t.ref, t.course.title, done_of(his.of(t)), _acted(t), owed_cell(t)) for t in things),
    )


def _acted(thing: ThingStanding[Any]) -> str:
    """部署、方案 of a claim; 调度3、督导1 of a project, counted this year."""
    facts = [e.event for e in thing.course.facts if e.date.year == thing.course.day.year]
    if any(event in ACTS for event in facts):
        return "、".join(act.removeprefix("抓") for act in ACTS if thing.course.on(act))
    counts = Counter(event for event in facts if event in {"调度", "督导", "总结评估", "汇报"})
    return "、".join(f"{event}{n}" for event, n in counts.items())
