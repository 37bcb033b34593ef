"""附：口径与更正: how the figures are counted, what was recorded late, what was corrected."""

from collections.abc import Iterator

from ledger.base.days import in_chinese
from ledger.measures.history import Step
from ledger.measures.standing import Standing
from ledger.measures.turn import Turn
from ledger.model.events import CORRECT
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, folded, month_day

_DEFINITIONS = (
    "完成率是已完成除以计数事项，按事项合计，不是各单位完成率的平均；保留一位小数，四舍五入，各部分相加不凑100。",
    "计数事项是已完成、已启动未完成和未启动三项之和；暂缓、终止、并入、拆分的另列，不计数。",
    "到期当日不算逾期；时限按最后一次批准的延期，加上暂缓的天数。过了时限才完成的，是逾期完成，不算按时。",
    "调度覆盖率是本月有进展记录的事项除以应调度的事项；应调度的是计数事项里到上月底还没有完成的，和本月退回重办的。",
    "三单一书按份数是件（责令书是期），按单上所列的单位和事项数是行，两者不相加。",
    "增减、百分点都是表中所列两数之差。上月底的数按同一批文件重算，本月补记的上月事实已经算在内，可能与上期所载不同。",
    "表和文字里的每个数，都可以用“数字出处”里的命令列出它数的是哪些；台账以后有改动的，命令后加 --at 和本文件开头 commit 所记的提交。",
)


def _build(counter: Counter) -> list[Block]:
    month = counter.month
    version = (
        f"policy.yaml里{in_chinese(month.policy.from_)}起执行的一版" if month.policy.from_ else "内置的一版"
    )
    blocks: list[Block] = [
        Paragraph(f"数据截至{month.day.year}年{month_day(month.day)}，督办规则按{version}。"),
        *(Paragraph(text) for text in _DEFINITIONS),
    ]
    late, corrected = counter.items("backfilled"), counter.items("corrected")
    told = counted({"本月补记以前月份事实的": late, "本月更正的": corrected})
    blocks.append(Paragraph(f"{told}，都列在下面。" if told else "本月没有补记以前月份的事实，也没有更正。"))
    blocks += _late(counter)
    blocks += _corrections(counter)
    years = "、".join(f"{year}年" for year in sorted(month.ledger.calendar.provisional))
    if years:
        blocks.append(Paragraph(f"{years}放假安排未收录，涉及的工作日按周一至周五暂计。"))
    return blocks


def _late(counter: Counter) -> Iterator[Block]:
    """Facts of earlier months that were recorded in this one: the figures of those months have moved by them."""
    rows = [
        cells(s.ref, s.title, step.entry.date, step.entry.event, step.entry.recorded)
        for s, turn in _turns(counter, "backfilled")
        for step in s.history.steps
        if turn.is_backfill(step)
    ]
    if rows:
        columns = (Column("事项"), Column("名称", wrap=True), Column("日期"), Column("事件"), Column("补记"))
        yield from folded(f"补记{len(rows)}条", Table(columns, tuple(rows)), counter.items("backfilled"))


def _corrections(counter: Counter) -> Iterator[Block]:
    rows = [
        cells(s.ref, s.title, step.entry.date, _corrected(step), step.entry.note)
        for s, turn in _turns(counter, "corrected")
        for step in s.history.steps
        if step.counted and step.entry.event == CORRECT and turn.within(step.entry.date)
    ]
    if rows:
        columns = (
            Column("事项"), Column("名称", wrap=True), Column("日期"), Column("更正", wrap=True), Column("理由", wrap=True),
        )  # fmt: skip
        yield from folded(f"更正{len(rows)}条", Table(columns, tuple(rows)), counter.items("corrected"))


def _corrected(step: Step) -> str:
    entry = step.entry
    if entry.voids is not None:
        return f"作废 {entry.voids.date} {entry.voids.event}"
    return f"{entry.field} 应为 {'、'.join(entry.to or ())}"


def _turns(counter: Counter, figure: str) -> Iterator[tuple[Standing, Turn]]:
    for standing in counter.month.items_of(figure, EVERYTHING):
        yield standing, Turn(standing, counter.month.counting.then(standing))


SECTION = Section("method", "附：口径与更正", _build, numbered=False)
