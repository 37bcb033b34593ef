"""督察问题整改: what inspections found and what became of it; matters listed under a placard, and shared with others."""

from collections.abc import Iterator, Mapping

from ledger.measures.finding_states import Found
from ledger.model.findings import limit_of
from ledger.reports.blocks import Block, Cell, Column, Paragraph, Table, Tone, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown


def _build(counter: Counter) -> list[Block]:
    return [*_findings(counter), *_shared(counter)]


def _findings(counter: Counter) -> Iterator[Block]:
    known = counter.things("findings")
    if not known.value:
        return
    new, year = counter.things("findings", "this_month"), counter.things("findings", "this_year")
    rectified = counter.rate(
        counter.things("findings", "done"), counter.things("findings", "counted"), "整改率"
    )
    due = counter.things("findings", "due")
    on_time = counter.rate(counter.things("findings", "on_time"), due, "按期整改率")
    late = counter.things("findings", "overdue")
    earlier = {"累计督察发现问题": known} if known.value != year.value else {}
    yield Paragraph(
        sentence(
            counted({"本月督察发现问题": new, "今年以来督察发现问题": year, **earlier}, "个"),
            f"整改率{rectified.full}" if rectified.value else "",
            f"到期应整改{due}个，按期整改率{on_time.full}" if due.value else "",
            counted({words: counter.things("findings", state) for state, words in _NOW.items()}, "个"),
            counted({words: counter.things("findings", state) for state, words in _HAD.items()}, "个"),
            f"整改、验收、销号、回头看有逾期的{late}个" if late.value else "没有逾期未办的",
        )
    )
    waiting = [f for f in counter.month.things("findings") if f.overdue_days]
    columns = (
        Column("问题"), Column("名称", wrap=True), Column("责任单位", wrap=True), Column("期限"), Column("逾期", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(f.ref, f.course.title, f.record.unit, limit_of(f.course), _late(f))
        for f in sorted(waiting, key=lambda f: -f.overdue_days)
    )
    yield from shown(Table(columns, rows), "逾期未办的督察问题", late)


_NOW = {
    "open": "待整改",
    "contested": "异议复核中",
    "rectified": "待验收",
    "accepted": "待销号",
    "closed": "已销号",
    "quashed": "异议成立、已撤销",
}
_HAD = {
    "to_look_back": "销号后待回头看",
    "relapsed": "回头看曾反弹",
    "extended": "经批准延期",
    "accountability": "提出问责建议",
}


def _late(finding: Found) -> Cell:
    """What is overdue longest, and by how many days."""
    day = finding.course.day
    worst = max(finding.duties, key=lambda duty: duty.overdue_days(day))
    return Cell(f"{worst.what}（{worst.unit}）{worst.overdue_days(day)}天", Tone.BAD)


def _shared(counter: Counter) -> Iterator[Block]:
    """挂牌督办 and 统筹联动, where there is any."""
    listed, matters = counter.things("listed"), counter.things("matters")
    if listed.value:
        new = counted({"本月新挂牌": counter.things("listed", "this_month")}, "件")
        told = "，".join(filter(None, (f"累计挂牌督办{listed}件", new)))
        yield Paragraph(sentence(told, _states(counter, "listed", _LISTED), _late_ones(counter, "listed")))
    if matters.value:
        ways = {way: counter.things("matters", kind=way) for way in ("移交来", "移交出")}
        ways["本月新移交"] = counter.things("matters", "this_month")
        told = f"与督查、审计、巡视等统筹联动累计{matters}件，{counted(ways, '件')}"
        yield Paragraph(sentence(told, _states(counter, "matters", _MATTERS), _late_ones(counter, "matters")))


def _states(counter: Counter, register: str, words: Mapping[str, str]) -> str:
    return counted({told: counter.things(register, state) for state, told in words.items()}, "件")


def _late_ones(counter: Counter, register: str) -> str:
    return counted({"逾期未办": counter.things(register, "overdue")}, "件")


_LISTED = {
    "open": "挂牌中",
    "applied": "申请摘牌待核查",
    "verified": "待摘牌",
    "delisted": "已摘牌",
}
_MATTERS = {
    "open": "待受理",
    "handling": "办理中",
    "answered": "已反馈待办结",
    "settled": "已办结",
}

SECTION = Section("findings", "督察问题整改和统筹联动", _build, since=2)
