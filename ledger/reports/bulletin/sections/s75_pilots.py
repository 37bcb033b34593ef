"""改革试点: filing, assessments, what became of them, how far they were promoted; and clean-ups (S0)."""

from collections.abc import Iterator

from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.pilots import LEVELS
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, sentence, shown
from ledger.reports.lists.cleanups import counts_of, parts_of
from ledger.reports.lists.pilots import STATES
from ledger.reports.register_list import owed_cell


def _build(counter: Counter) -> list[Block]:
    blocks: list[Block] = []
    if counter.month.things("pilots"):
        blocks += _pilots(counter)
    if counter.month.things("cleanups"):
        blocks += _cleanups(counter)
    return blocks


def _pilots(counter: Counter) -> Iterator[Block]:
    live, filed = counter.things("pilots", "in_force"), counter.things("pilots", "filed_in_force")
    levels = counted({level: counter.things("pilots", "in_force", level) for level in LEVELS}, "个")
    rate = counter.rate(filed, live, "备案率")
    yield Paragraph(
        sentence(
            f"在试的改革试点{live}个"
            + (f"（{levels}），已备案{filed}个，备案率{rate}" if live.value else ""),
            _said(counter, _THIS_MONTH),
            _said(counter, _LATE) or ("没有逾期未办的" if live.value else ""),
        )
    )
    ended, reach = _said(counter, _ENDED), _said(counter, _REACH)
    if ended or reach:
        yield Paragraph(
            sentence(f"历次处置：{ended}" if ended else "", f"试点经验累计{reach}" if reach else "")
        )
    pressing = counter.things("pilots", "pressing")
    day, fits = counter.month.day, STATES["pressing"].fits
    found = sorted((t for t in counter.month.things("pilots") if fits(t, day)), key=_first_due)
    columns = (
        Column("试点"), Column("名称", wrap=True), Column("层级"), Column("承担单位", wrap=True), Column("要办的", wrap=True),
    )  # fmt: skip
    rows = tuple(cells(t.ref, t.course.title, t.record.level, t.beside, owed_cell(t)) for t in found)
    if rows:
        yield Paragraph(f"两个月内有事到期或已经逾期的{pressing}个：")
        yield from shown(Table(columns, rows), "试点待办", pressing)


def _said(counter: Counter, words: dict[str, str]) -> str:
    return counted({word: counter.things("pilots", state) for state, word in words.items()}, "个")


_THIS_MONTH = {
    "this_month": "本月批准",
    "started_this_month": "本月启动",
    "decided_this_month": "本月处置",
    "promoted_this_month": "本月推广",
}
_LATE = {
    "filing_overdue": "逾期未备案",
    "midterm_overdue": "逾期未中期评估",
    "past_term": "期满未终期评估",
    "undecided_late": "评估后逾期未定去留",
}
_ENDED = {"merged": "合并", "closed": "终止", "all_kept": "保留"}
_REACH = {
    "promoted_nation": "推广至全国",
    "promoted_province": "推广至全省",
    "promoted_city": "推广至全市",
}


def _first_due(thing: ThingStanding[object]) -> tuple[str, str]:
    return (str(thing.owed.due) if thing.owed else "", thing.ref)


def _cleanups(counter: Counter) -> Iterator[Block]:
    every, over = counter.things("cleanups"), counter.things("cleanups", "over")
    ended = f"已结束{over}次" if over.value else "还没有结束"
    yield Paragraph(f"试点清理规范{every}次，{ended}：")
    columns = (
        Column("清理"), Column("名称", wrap=True), Column("原有和处置"), Column("其中", wrap=True),
    )  # fmt: skip
    rows = tuple(
        cells(t.ref, t.course.title, counts_of(t), parts_of(t)) for t in counter.month.things("cleanups")
    )
    yield from shown(Table(columns, rows), "清理规范", every)


SECTION = Section("pilots", "改革试点", _build, since=2)
