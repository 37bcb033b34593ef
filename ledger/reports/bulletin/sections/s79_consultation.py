"""会诊和容错: which unit was visited and why it is stuck, what was advised, and what was found to be forgivable (S3 #56, S0 #66)."""

from ledger.base.text import first_of
from ledger.measures.states import this_month
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, month_day, sentence, shown
from ledger.reports.consulting import causes_text


def _build(counter: Counter) -> list[Block]:
    month = counter.month
    blocks: list[Block] = []
    if month.things("consultations"):
        blocks += _consultations(counter)
    if month.things("exemptions"):
        blocks.append(_exemptions(counter))
    return blocks


def _consultations(counter: Counter) -> list[Block]:
    visits = counter.things("consultations", "this_month")
    first = f"本月会诊{visits}次" if visits.value else "本月没有会诊"
    year = counted({"本年累计": counter.things("consultations", "this_year")}, "次")
    advice = {
        "累计提出建议": counter.things("advice"),
        "已落实": counter.things("advice", "accepted"),
        "待验收": counter.things("advice", "carried_out"),
        "办理中": counter.things("advice", "adopted"),
        "待采纳": counter.things("advice", "proposed"),
        "不采纳": counter.things("advice", "declined"),
    }
    late = counted({"逾期未办": counter.things("advice", "overdue")}, "条")
    blocks: list[Block] = [
        Paragraph(sentence("，".join(filter(None, (first, year))), counted(advice, "条"), late))
    ]
    day = counter.month.day
    found = [t for t in counter.month.things("consultations") if this_month(t.record.date, day)]
    columns = (
        Column("单位", wrap=True), Column("日期"), Column("为什么会诊", wrap=True), Column("原因", wrap=True),
        Column("建议", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(
            t.record.unit,
            month_day(t.record.date),
            t.record.because,
            causes_text(t.beside.found),
            first_of((a.title for a in t.beside.advice), 3, "等{n}条"),
        )
        for t in found
    )
    return [*blocks, *shown(Table(columns, rows), "本月会诊", visits)]


def _exemptions(counter: Counter) -> Paragraph:
    found = counter.things("exemptions", "found_this_month")
    first = f"本月认定容错{found}件" if found.value else "本月没有认定容错的"
    rest = counted(
        {
            "本年累计认定": counter.things("exemptions", "found_this_year"),
            "待核实": counter.things("exemptions", "applied"),
            "待认定": counter.things("exemptions", "verified"),
            "累计不予认定": counter.things("exemptions", "refused"),
        },
        "件",
    )
    people = counter.reading("exemptions", "people")
    forgiven = f"累计从轻或免责处理干部{people}" if people.value not in {None, "0"} else ""
    return Paragraph(sentence("，".join(filter(None, (first, rest))), forgiven))


SECTION = Section("consultation", "会诊和容错", _build, since=2)
