"""督察: the month's inspections and the year's: reports, who joined, where they went, the grid of 四个相结合."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ledger.measures.inspection_year import gaps, rounds_on, was_on
from ledger.model.inspecting import Round
from ledger.model.registers.inspections import AXES, KINDS, Inspection, reported
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter, Figure
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, month_day, sentence, shown


def _build(counter: Counter) -> list[Block]:
    year = counter.things("inspections", "this_year")
    on = counter.things("inspections", "on_this_month")
    blocks: list[Block] = []
    if year.value or on.value:
        blocks += [Paragraph(_this_month(counter, on)), *_of_month(counter, on)]
    if year.value:
        blocks += _of_year(counter, year)
    return blocks


def _of_year(counter: Counter, year: Figure) -> Iterator[Block]:
    joined = _read(counter, _JOINED)
    yield Paragraph(
        sentence(
            "，".join(filter(None, (f"今年以来开展督察{year}次", _read(counter, _REPORTED)))),
            f"参加督察的有{joined}" if joined else "",
            _read(counter, _WENT),
        )
    )
    yield Heading("四个相结合", 3)
    columns = (
        Column("一面"),
        Column("今年次数", right=True),
        Column("另一面"),
        Column("今年次数", right=True),
    )
    rows = tuple(
        cells(
            a, counter.things("inspections", "this_year", a), b, counter.things("inspections", "this_year", b)
        )
        for a, b in AXES.values()
    )
    yield Table(columns, rows)
    missing = gaps(counter.month.things("inspections"), counter.month.day)
    told = f"今年还没有的：{'、'.join(missing)}" if missing else "各个方面今年都有督察"
    yield Paragraph(f"{told}。一次督察两面都有的，两面都计；没有写明的，都不计。")


def _this_month(counter: Counter, on: Figure) -> str:
    """Those that went on from an earlier month are told apart from the new ones."""
    new = counter.things("inspections", "this_month")
    kinds = counted({kind: counter.things("inspections", "on_this_month", kind) for kind in KINDS}, "次")
    if not on.value:
        return "本月没有进行督察。"
    fresh = f"其中新开展{new}次" if new.value else "都是以前开展、本月继续的"
    return sentence(f"本月进行督察{on}次（{kinds}）" + (f"，{fresh}" if new.value != on.value else ""))


_REPORTED = {"reports": "督察报告"}
_JOINED = {"groups": "专项小组", "departments": "部门和区县"}
_WENT = {
    "rounds": "分轮进行的督察",
    "towns": "走访镇办",
    "grassroots": "走访基层单位",
    "checked": "逐处核对",
}


def _read(counter: Counter, told: Mapping[str, str]) -> str:
    """督察报告5份，…: what there is none of is not told."""
    found = {words: counter.reading("inspections", name) for name, words in told.items()}
    return "，".join(f"{words}{number}" for words, number in found.items() if number.value != "0")


def _of_month(counter: Counter, on: Figure) -> Iterator[Block]:
    """The month's inspections by name."""
    day = counter.month.day
    columns = (
        Column("督察"), Column("名称", wrap=True), Column("日期", wrap=True), Column("对象", wrap=True), Column("报告", wrap=True),
    )  # fmt: skip
    rows = []
    for record in (t.record for t in counter.month.things("inspections") if was_on(t.record, day)):
        report, targets = reported(record, day), "、".join(record.targets)
        rows.append(cells(record.id, record.title, _when(record, day), targets, report and report.number))
    yield from shown(Table(columns, tuple(rows)), "本月的督察", on)


def _when(inspection: Inspection, day: date) -> str:
    """10月16日至10月20日; of a campaign the rounds that were on in the month."""
    spans: Sequence[Inspection | Round] = rounds_on(inspection, day) or (inspection,)
    return "；".join(
        month_day(span.date) + (f"至{month_day(span.until)}" if span.until else "") for span in spans
    )


SECTION = Section("inspection", "督察", _build, since=2)
