"""传达学习和任务对接: what was decided above is conveyed, taken up in time, and answered task by task (S1, S3)."""

from collections.abc import Iterator

from ledger.measures.thing_states import ThingStanding
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Table, Tone, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown


def _build(counter: Counter) -> list[Block]:
    return [*_conveyed(counter), *_docked(counter), *_answered(counter)]


def _conveyed(counter: Counter) -> Iterator[Block]:
    known = counter.things("conveyances")
    if not known.value:
        return
    month = counter.things("conveyances", "this_month")
    new = f"本月新要求传达学习的上级会议和文件{month}件" if month.value else ""
    asked, done = counter.reading("conveyances", "asked"), counter.reading("conveyances", "units_conveyed")
    share = counter.reading("conveyances", "timely")
    topic, acted = (
        counter.reading("conveyances", "first_topic"),
        counter.reading("conveyances", "carried_out"),
    )
    told = {"列为第一议题": topic, "研究贯彻措施": acted}
    taken = "，".join(f"{words}{number}" for words, number in told.items() if number.value != "0")
    waiting = counter.things("conveyances", "overdue")
    yield Paragraph(
        sentence(
            new,
            f"累计要求传达{known}件，应传达{asked}，已传达{done}"
            + (f"，按期传达率{share}" if share.value else ""),
            f"其中{taken}" if taken else "",
            f"有单位逾期未传达的{waiting}件" if waiting.value else "没有逾期未传达的",
        )
    )
    late = [t for t in counter.month.things("conveyances") if t.overdue_days]
    columns = (
        Column("编号"),
        Column("会议或文件", wrap=True),
        Column("期限"),
        Column("逾期未传达的单位", wrap=True),
    )
    rows = tuple(cells(t.ref, t.record.title, t.owed.due if t.owed else None, _silent(t)) for t in late)
    yield from shown(Table(columns, rows), "逾期未传达", waiting)


def _silent(thing: ThingStanding[object]) -> Cell:
    day = thing.course.day
    return Cell("、".join(d.unit for d in thing.duties if d.overdue_days(day)), Tone.BAD)


def _docked(counter: Counter) -> Iterator[Block]:
    if not counter.documents("known").value:
        return
    shares = {words: counter.reading("docking", name) for name, words in _SHARES.items()}
    days = {words: counter.reading("docking", name) for name, words in _DAYS.items()}
    said = "，".join(f"{words}{reading}" for words, reading in shares.items() if reading.value)
    spent = "，".join(f"{words}平均{reading}" for words, reading in days.items() if reading.value)
    if said or spent:
        yield Paragraph(sentence(said, spent))


_SHARES = {
    "taken_up": "上级文件对接率",
    "notice_in_time": "按期提示率",
    "arrangement_in_time": "按期反馈率",
    "companion_in_time": "按期配套率",
}
_DAYS = {
    "notice_days": "上级通过到发出提示",
    "arrangement_days": "提示到反馈安排",
    "companion_days": "收文到印发配套方案",
}


def _answered(counter: Counter) -> Iterator[Block]:
    known = counter.things("matches")
    if not known.value:
        return
    gaps = counter.things("matches", "gap")
    told = {
        "本级有事项对应": counter.things("matches", "matched"),
        "无需对应": counter.things("matches", "no_need"),
        "尚在配套期限内": counter.things("matches", "pending"),
    }
    share = counter.reading("matches", "answered")
    yield Paragraph(
        sentence(
            "，".join(
                filter(
                    None,
                    (f"上级文件提出任务{known}项", counted(told), f"对应率{share}" if share.value else ""),
                )
            ),
            f"没有事项对应的{gaps}项" if gaps.value else "没有缺口",
        )
    )
    found = [t for t in counter.month.things("matches") if t.beside.outcome == "gap"]
    columns = (Column("编号"), Column("上级任务", wrap=True), Column("文件", wrap=True))
    rows = tuple(
        cells(t.ref, t.record.title, t.course.parent.title if t.course.parent else "") for t in found
    )
    if rows:
        yield Heading("没有事项对应的上级任务", 3)
        yield from shown(Table(columns, rows), "没有事项对应的上级任务", gaps)


SECTION = Section("conveyance", "传达学习和任务对接", _build, since=2)
