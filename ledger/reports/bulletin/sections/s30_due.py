"""到期与逾期: what was due this month, what is overdue and for how long, and the last paper each has had."""

from collections.abc import Callable

from ledger.measures.papers import of_this_cycle
from ledger.measures.settled import RowStanding
from ledger.measures.standing import Standing
from ledger.reports.blocks import Block, Heading, Paragraph
from ledger.reports.bulletin.figures import EVERYTHING, Counter
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, folded, item_table, moved, overdue_table, sentence, shown
from ledger.reports.words import state_cell


def _build(counter: Counter) -> list[Block]:
    due, done = counter.items("due_this_month"), counter.items("due_and_completed")
    overdue = counter.items("overdue")
    ages = [counter.items(f"overdue_{span}") for span in ("to_30", "31_to_60", "over_60")]
    by_age = counted(dict(zip(_AGES, ages, strict=True))).replace("，", "、")
    before = counter.items_before("overdue")
    change = moved(overdue, before)
    marks = {
        "newly_overdue": "本月新增逾期",
        "no_longer_overdue": "本月解除逾期",
        "extended_this_month": "本月批准延期",
    }
    blocks: list[Block] = [
        Paragraph(
            sentence(
                f"本月到期{due}项，已完成{done}项" if due.value else "本月没有到期的事项",
                f"逾期{overdue}项，{change}，其中{by_age}"
                if overdue.value
                else "没有逾期的事项" + (f"，{change}" if before.value else ""),
                counted({words: counter.items(mark) for mark, words in marks.items()}),
            )
        )
    ]
    month = counter.month
    found = month.items_of("overdue", EVERYTHING)
    if found:
        table = overdue_table(found, _last_papers(month.rows))
        blocks += [Heading("逾期清单", 3), *shown(table, "逾期清单", overdue)]
    if due.value:
        listed = item_table(
            month.items_of("due_this_month", EVERYTHING), ("状态", lambda s: state_cell(s).text)
        )
        blocks += folded(f"本月到期的{due}项", listed, due)
    return blocks


_AGES = ("30天以内", "31至60天", "超过60天")


def _last_papers(rows: list[RowStanding]) -> Callable[[Standing], str]:
    """Of each item, the last paper that was issued about it in its present cycle."""
    last: dict[str, RowStanding] = {}
    for row in sorted(rows, key=lambda r: (r.paper.issued, r.paper.slip.rung)):
        if row.standing is not None and of_this_cycle(row.paper, row.standing) and not row.paper.withdrawn:
            last[row.standing.ref] = row
    return lambda standing: last[standing.ref].paper.slip.kind if standing.ref in last else "—"


SECTION = Section("due", "到期与逾期", _build)
