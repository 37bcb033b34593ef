"""``ledger import``: row by row what a sheet was taken for and what it comes to; then counts, then what is in the way."""

from collections.abc import Iterable
from datetime import date

from ledger.base.diagnostics import SEVERITIES, Diagnostic, Place, Severity
from ledger.base.text import first_of, shorten
from ledger.reports.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Lines,
    Paragraph,
    Report,
    Table,
    Task,
    Tasks,
    Tone,
    cells,
)
from ledger.reports.import_lines import (
    ENTRIES,
    ITEM,
    KEYS,
    NEW,
    NOTHING,
    PART,
    READ_AS,
    REFUSED,
    SAME,
    SKIPPED,
    Imported,
    Line,
    Section,
    ThingSection,
    data_of,
)

_RESULTS = {NEW: "新增", SAME: "不变", ENTRIES: "记", REFUSED: "不入账", SKIPPED: ""}
_TONES = {NEW: Tone.GOOD, SAME: Tone.MUTED, ENTRIES: Tone.GOOD, REFUSED: Tone.BAD, SKIPPED: Tone.MUTED}
_WORST = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.MUTED}
_COLUMNS = (
    Column("行"), Column("读作"), Column("编号"), Column("名称", wrap=True), Column("牵头", wrap=True),
    Column("时限"), Column("说明", wrap=True), Column("结果", wrap=True),
)  # fmt: skip
_THING_COLUMNS = (
    Column("行"), Column("编号"), Column("名称", wrap=True), Column("说明", wrap=True), Column("结果", wrap=True),
)  # fmt: skip
_LONGEST, _NAMED = 60, 5


def imported(done: Imported, day: date) -> Report:
    blocks: list[Block] = []
    for section in done.sections:
        blocks += _section(section)
    for things in done.things:
        blocks += _things(things)
    if done.units:
        named = "、".join(f"{unit['id']}（{unit['kind']}）" for unit in done.units)
        blocks.append(Paragraph(f"登记 {len(done.units)} 个新单位：{named}"))
    if done.findings:
        blocks += [
            Heading("要先看的"),
            Tasks(("级别", "位置", "问题", "改法"), _tasks(done.findings)),
        ]
    if done.patch is not None:
        blocks.append(Lines(tuple(done.patch.splitlines())))
    data = data_of(done)
    return Report(f"导入 {done.source}", day, tuple(blocks), data, data["rows"], KEYS)


def summary(section: Section) -> str:
    """How many rows were taken for what, and what they come to."""
    parts, items = section.count(PART), section.count(ITEM)
    taken = "、".join(
        words
        for n, words in ((parts, f"{parts} 个部分"), (items, f"{items} 项事项")) if n
    )  # fmt: skip
    left = section.count(NOTHING)
    told = [
        f"{word} {section.count(ITEM, result)} 项"
        for result, word in ((NEW, "新增"), (SAME, "不变"), (ENTRIES, "有新记录"), (REFUSED, "不入账"))
        if section.count(ITEM, result)
    ]
    refused = section.count(PART, REFUSED)
    told += [f"不入账的部分 {refused} 个"] if refused else []
    skipped = f"，略去 {left} 行" if left else ""
    return f"读作 {taken or '没有事项'}{skipped}：{'，'.join(told) or '没有要写的'}。"


def _section(section: Section) -> list[Block]:
    where = f"新建 {section.path}" if section.new else section.path
    blocks: list[Block] = [Heading(f"{section.id} {section.title}（{where}）")]
    blocks.append(Table(_COLUMNS, tuple(map(_cells, section.lines))))
    if section.remarks:
        blocks.append(Facts(tuple((place.cell, Cell(words)) for place, words in section.remarks)))
    return [*blocks, Paragraph(summary(section))]


def _things(section: ThingSection) -> list[Block]:
    """One register, row by row."""
    counts = ((NEW, "新增"), (SAME, "不变"), (REFUSED, "不入账"))
    told = [f"{word} {section.count(result)} 件" for result, word in counts if section.count(result)]
    rows = tuple(
        cells(
            line.place.cell or f"第{line.place.line}行",
            line.id,
            shorten(line.title, _LONGEST),
            "；".join(line.remarks),
            Cell(_result(line), _TONES[line.result]),
        )
        for line in section.lines
    )
    return [
        Heading(f"{section.title}（{section.name}）"),
        Table(_THING_COLUMNS, rows),
        Paragraph(f"{len(section.lines)} 行：{'，'.join(told)}。"),
    ]


def _cells(line: Line) -> tuple[Cell, ...]:
    return cells(
        line.place.cell,
        READ_AS[line.read_as],
        line.id,
        shorten(line.title, _LONGEST),
        "、".join(line.lead),
        line.due,
        "；".join(line.remarks),
        Cell(_result(line), _TONES[line.result]),
    )


def _result(line: Line) -> str:
    word = _RESULTS[line.result]
    if line.result == ENTRIES:
        return word + "、".join(str(entry["event"]) for entry in line.entries)
    return f"{word}：{'、'.join(line.codes)}" if line.result == REFUSED else word


def _tasks(findings: Iterable[Diagnostic]) -> tuple[Task, ...]:
    """What is said of several cells in the same words is one thing to be dealt with."""
    alike: dict[tuple[Severity, str, str, str], list[Place]] = {}
    for found in findings:
        alike.setdefault((found.severity, found.code, found.message, found.hint), []).append(found.place)
    return tuple(
        Task(
            Cell(f"{SEVERITIES[severity]} {code}", _WORST[severity]),
            (first_of((place.cell or str(place) for place in places), _NAMED, " 等{n}处"), message),
            hint,
        )
        for (severity, code, message, hint), places in alike.items()
    )
