"""要情: a page for leaders: five numbers, what to watch, what is asked of them (domain.md §6)."""

from collections.abc import Iterator

from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.leaders import asks, worries
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, moved_rate

_MOST = 3


def _build(counter: Counter) -> list[Block]:
    return [
        Heading("五个数", 3),
        _numbers(counter),
        Heading("需要关注", 3),
        *_listed(worries(counter), "本月没有需要特别提请注意的情况。"),
        Heading("提请事项", 3),
        *_listed(asks(counter), "本月没有需要提请研究的事项。"),
    ]


def _numbers(counter: Counter) -> Table:
    done, total = counter.items("completed"), counter.items("total")
    then = counter.rate(counter.items_before("completed"), counter.items_before("total"), "完成率（上月底）")
    now = counter.rate(done, total, "完成率")
    completed, overdue = counter.items("completed_this_month"), counter.items("overdue")
    reported = counter.rate(counter.items("reported"), counter.items("to_report"), "调度覆盖率")
    answered = counter.rate(counter.rows("replied_in_time"), counter.rows("reply_asked"), "按期回复率")
    due, silent = counter.items("due_this_month"), counter.items("unreported")
    met = (
        f"本月到期{due}项，已完成{counter.items('due_and_completed')}项"
        if due.value
        else "本月没有到期的事项"
    )
    change = {"本月新增": counter.items("newly_overdue"), "本月解除": counter.items("no_longer_overdue")}
    told = f"没有更新的{silent}项" if silent.value else "本月都有更新"
    rows = (
        cells("完成率", now.full, moved_rate(now, then)),
        cells("本月完成", f"{completed}项", met),
        cells("逾期", f"{overdue}项", counted(change) or "本月没有新增和解除"),
        cells("调度覆盖率", reported.full, told if reported.whole.value else "本月没有应调度的事项"),
        cells(
            "按期回复率",
            answered.full,
            "三单一书，历次累计" if answered.whole.value else "三单一书还没有应回复的",
        ),
    )
    return Table((Column("指标"), Column("数值"), Column("说明", wrap=True)), rows)


def _listed(found: Iterator[str], nothing: str) -> list[Block]:
    said = [text for _, text in zip(range(_MOST), found, strict=False)]
    return [Paragraph(f"{n}. {text}") for n, text in enumerate(said, 1)] or [Paragraph(nothing)]


SECTION = Section("brief", "要情", _build, numbered=False)
