"""督察: inspections and their reports, findings and their rectification, the year's grid, matters shared and listed."""

from collections.abc import Iterator, Mapping

from ledger.measures.finding_states import Found
from ledger.measures.inspection_year import gaps
from ledger.model.findings import limit_of
from ledger.model.registers.inspections import AXES, KINDS, reported
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Table, Tone, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown


def _build(counter: Counter) -> list[Block]:
    return [*_inspections(counter), *_findings(counter), *_shared(counter)]


def _inspections(counter: Counter) -> Iterator[Block]:
    year = counter.things("inspections", "this_year")
    if not year.value:
        return
    month = counter.things("inspections", "this_month")
    kinds = counted({kind: counter.things("inspections", "this_month", kind) for kind in KINDS}, "次")
    first = f"本月开展督察{month}次（{kinds}）" if month.value else "本月没有新开展的督察"
    joined = _read(counter, _JOINED)
    yield Paragraph(
        sentence(
            "，".join(filter(None, (f"{first}，今年以来{year}次", _read(counter, _REPORTED)))),
            f"参加督察的有{joined}" if joined else "",
            _read(counter, _WENT),
        )
    )
    yield from _of_month(counter)
    yield Heading("四个相结合", 3)
    columns = (Column("结合"), Column("次数", right=True), Column("与"), Column("次数", right=True))
    rows = tuple(
        cells(
            a, counter.things("inspections", "this_year", a), b, counter.things("inspections", "this_year", b)
        )
        for a, b in AXES.values()
    )
    yield Table(columns, rows)
    missing = gaps(counter.month.things("inspections"), counter.month.day)
    yield Paragraph(
        f"今年还没有的：{'、'.join(missing)}。" if missing else "四个相结合的各个方面今年都有督察。"
    )


_REPORTED = {"reports": "督察报告"}
_JOINED = {"groups": "专项小组", "departments": "部门和区县"}
_WENT = {
    "rounds": "明查暗访等分轮进行",
    "towns": "走访镇办",
    "grassroots": "走访基层单位",
    "checked": "逐处核对",
}


def _read(counter: Counter, told: Mapping[str, str]) -> str:
    """督察报告5份，…: what there is none of is not told."""
    found = {words: counter.reading("inspections", name) for name, words in told.items()}
    return "，".join(f"{words}{number}" for words, number in found.items() if number.value != "0")


def _of_month(counter: Counter) -> Iterator[Block]:
    """The month's inspections by name."""
    day = counter.month.day
    month = [t for t in counter.month.things("inspections") if t.record.date >= counter.month.first]
    columns = (
        Column("督察"), Column("名称", wrap=True), Column("日期"), Column("对象", wrap=True), Column("报告", wrap=True),
    )  # fmt: skip
    rows = []
    for thing in month:
        record, report = thing.record, reported(thing.record, day)
        targets = "、".join(record.targets)
        rows.append(cells(record.id, record.title, record.date, targets, report.number if report else None))
    yield from shown(Table(columns, tuple(rows)), "本月的督察", counter.things("inspections", "this_month"))


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
    yield Heading("问题整改", 3)
    yield Paragraph(
        sentence(
            (f"本月督察发现问题{new}个，" if new.value else "")
            + f"今年以来发现{year}个"
            + (f"，累计{known}个" if known.value != year.value else ""),
            f"整改率{rectified.full}" if rectified.value else "",
            f"到期应整改{due}个，按期整改率{on_time.full}" if due.value else "",
            counted({words: counter.things("findings", state) for state, words in _NOW.items()}, "个"),
            counted({words: counter.things("findings", state) for state, words in _HAD.items()}, "个"),
            f"逾期未办的{late}个" if late.value else "没有逾期未办的",
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
    "to_look_back": "已销号、待回头看",
    "relapsed": "回头看反弹",
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
        hung = counted({words: counter.things("listed", state) for state, words in _LISTED.items()}, "件")
        yield Paragraph(sentence(f"挂牌督办{listed}件" + (f"：{hung}" if hung else "")))
    if matters.value:
        ways = {way: counter.things("matters", kind=way) for way in ("移交来", "移交出")}
        moved = {words: counter.things("matters", state) for state, words in _MATTERS.items()}
        yield Paragraph(
            sentence(f"与督查、审计、巡视等统筹联动{matters}件：{counted(ways, '件')}", counted(moved, "件"))
        )


_LISTED = {
    "this_month": "本月新挂牌",
    "open": "挂牌中",
    "applied": "申请摘牌待核查",
    "verified": "待摘牌",
    "delisted": "已摘牌",
    "overdue": "逾期未办",
}
_MATTERS = {
    "this_month": "本月移交",
    "settled": "已办结",
    "answered": "已反馈待办结",
    "overdue": "逾期未办",
}

SECTION = Section("inspection", "督察", _build, since=2)
