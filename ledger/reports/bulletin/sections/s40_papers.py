"""三单一书: what was issued this month and this year, how it was answered, what ought to be issued."""

from collections.abc import Iterator

from ledger.measures.paper_states import ROW_STATES
from ledger.measures.rulings import Outcome
from ledger.model.slips import IDENTIFIERS
from ledger.reports.blocks import Block, Cell, Column, Heading, Paragraph, Table, Tone, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.pictures import funnel
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import counted, folded, sentence, shown
from ledger.reports.words import measure_word

_TITLES = ("本月签发", "本月行数", "本年签发", "本年行数", "未办结（行）", "应发未签发（行）")


def _build(counter: Counter) -> list[Block]:
    asked = counter.rows("reply_asked")
    replied = counter.rate(counter.rows("replied"), asked, "回复率")
    in_time = counter.rate(counter.rows("replied_in_time"), asked, "按期回复率")
    answers = f"三单一书累计应回复{asked}行，已回复{replied.full}，按期回复{in_time.full}"
    missing = counted({"到期没有回复的": counter.rows("unanswered")}, "行")
    pressing = {"lapsed": "办结期限已过仍未办结的", "objected": "异议待复核的"}
    return [
        Paragraph(_issued(counter)),
        *_table(counter),
        *funnel(counter),
        Paragraph(
            sentence(
                "，".join(filter(None, (answers, missing))) if asked.value else "三单一书还没有应回复的",
                counted({words: counter.rows(state) for state, words in pressing.items()}, "行"),
            )
        ),
        *_unanswered(counter),
        *_referred(counter),
    ]


def _issued(counter: Counter) -> str:
    papers = {k: counter.slips("issued_this_month", name) for name, k in IDENTIFIERS.items()}
    told = "、".join(f"{kind}{figure}{measure_word(kind)}" for kind, figure in papers.items() if figure.value)
    return f"本月签发{told}。" if told else "本月没有签发三单一书。"


def _table(counter: Counter) -> Iterator[Table]:
    """件 and 行 side by side and never added up (domain.md §1.6.2); none where there is nothing of any kind."""
    rows = []
    for name, kind in IDENTIFIERS.items():
        proposed = [r for r in counter.month.rulings if r.outcome is Outcome.PROPOSE and r.kind == kind]
        rows.append(
            cells(
                kind,
                f"{counter.slips('issued_this_month', name)} {measure_word(kind)}",
                counter.rows("issued_this_month", name),
                f"{counter.slips('issued_this_year', name)} {measure_word(kind)}",
                counter.rows("issued_this_year", name),
                counter.rows("open", name),
                counter.proposals(kind, len(proposed)),
            )
        )
    if any(cell.text.split()[0] != "0" for row in rows for cell in row[1:]):
        yield Table((Column("种类"), *(Column(t, right=True) for t in _TITLES)), tuple(rows))


def _unanswered(counter: Counter) -> Iterator[Block]:
    day = counter.month.day
    found = [r for r in counter.month.rows if ROW_STATES["unanswered"].fits(r, day)]
    if not found:
        return
    figure = counter.rows("unanswered")
    found.sort(key=lambda r: (r.paper.reply_due, r.paper.ref))
    columns = (
        Column("单号"), Column("单位", wrap=True), Column("事由", wrap=True), Column("回复期限"),
        Column("超期天数", right=True),
    )  # fmt: skip
    rows = [
        cells(
            r.paper.ref, r.paper.unit, r.title, r.paper.reply_due,
            Cell(str((day - r.paper.reply_due).days), Tone.BAD),
        )
        for r in found
    ]  # fmt: skip
    yield from folded(f"到期没有回复的{figure}行", Table(columns, tuple(rows)), figure)


def _referred(counter: Counter) -> Iterator[Block]:
    """E11: what no paper moves any more is put before the meeting, never sent by itself."""
    found = [r for r in counter.month.rulings if r.outcome is Outcome.REFERRAL]
    if not found:
        return
    figure = counter.proposals("移交建议", len(found))
    columns = (
        Column("事项"),
        Column("名称", wrap=True),
        Column("单位", wrap=True),
        Column("逾期天数", right=True),
    )
    rows = tuple(cells(r.subject, r.title, r.unit, Cell(str(r.days or ""), Tone.BAD)) for r in found)
    yield Heading(f"移交建议{figure}行，提请会议研究", 3)
    yield from shown(Table(columns, rows), "移交建议", figure)


SECTION = Section("papers", "三单一书", _build)
