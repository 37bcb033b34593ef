"""会议和发言, and which of the six things of a month were done (S3 #45, #52 to #54)."""

from collections.abc import Iterator

from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter, Figure
from ledger.reports.bulletin.layout import RANKED
from ledger.reports.bulletin.register_table import register_table
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown


def _build(counter: Counter) -> list[Block]:
    if not counter.month.things("meetings"):
        return []
    return [*_meetings(counter), *_speeches(counter), *_rhythm(counter)]


def _meetings(counter: Counter) -> Iterator[Block]:
    month, year = (
        "，".join(
            f"{words}{told}"
            for name, words in _TOLD.items()
            if (told := counter.reading("meetings", name, state)).value != "0"
        )
        for state in ("this_month", "this_year")
    )
    merged = counter.things("meetings", "merged_this_month")
    yield Paragraph(
        sentence(
            f"本月召开{month}" if month else "本月没有单独登记的会议",
            f"今年以来{year}" if year else "",
            f"有{merged}条是截至本月几次会议合并登记的，只计入今年" if merged.value else "",
        )
    )


_TOLD = {
    "reviews": "通报会",
    "commission": "深改组会议",
    "groups": "专项小组会议",
    "documents": "审议文件",
    "reports": "听取汇报",
}


def _speeches(counter: Counter) -> Iterator[Block]:
    told = {kind: counter.things("speeches", "this_month", kind) for kind in ("典型发言", "表态发言")}
    every = counter.things("speeches", "this_month")
    if every.value:
        yield Paragraph(f"本月会上{counted(told, '个')}。")
        keys = ("kind", "unit", "meeting", "note")
        yield from shown(register_table(counter, "speeches", "this_month", keys), "本月的发言", every)


def _rhythm(counter: Counter) -> Iterator[Block]:
    figures: dict[str, tuple[Figure, str]] = {
        "一月一调度": (counter.items("reported"), "项"),
        "一月一督察": (counter.things("inspections", "on_this_month"), "次"),
        "一月一排名": (_ranked(counter), "次"),
        "一月一通报": (counter.things("meetings", "this_month", "通报会"), "次"),
        "一月一宣传": (counter.things("publicity", "this_month"), "次"),
        "一月一会诊": (counter.things("consultations", "this_month"), "次"),
    }
    rows = tuple(
        cells(word, f"{figure}{unit}" if figure.value else "没有登记")
        for word, (figure, unit) in figures.items()
    )
    without = "、".join(word for word, (figure, _) in figures.items() if not figure.value)
    yield Heading("六个一", 3)
    yield Table((Column("六个一"), Column("本月")), rows)
    yield Paragraph(f"本月没有登记的：{without}。" if without else "本月六个一都有登记。")


def _ranked(counter: Counter) -> Figure:
    """The published ranking of the month; where none is kept, what a meeting made public."""
    months = {ranking.record.month for ranking in counter.month.things("rankings")}
    if counter.layout >= RANKED and f"{counter.month.day:%Y-%m}" in months:
        return counter.things("rankings", "this_month")
    return counter.things("meetings", "ranked_this_month")


SECTION = Section("meetings", "会议和发言", _build, since=2)
