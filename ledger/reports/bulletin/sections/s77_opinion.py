"""群众评价: surveys, third parties' evaluations and the rating of inspection teams (S3 #51, #57, #77; domain.md §6)."""

from collections.abc import Iterator

from ledger.measures.survey_series import series
from ledger.measures.team_results import team_results
from ledger.model.registers.ratings import Rating
from ledger.reports.blocks import Block, Column, Paragraph, Table, cells
from ledger.reports.bulletin.figures import Counter
from ledger.reports.bulletin.register_table import register_table
from ledger.reports.bulletin.section import Section
from ledger.reports.bulletin.wording import sentence, shown

_YEAR = "this_year"


def _build(counter: Counter) -> list[Block]:
    return [*_surveys(counter), *_evaluations(counter), *_ratings(counter)]


def _surveys(counter: Counter) -> Iterator[Block]:
    held = counter.things("surveys", _YEAR)
    if not held.value:
        return
    valid, top, two = (counter.reading("surveys", name, _YEAR) for name in ("valid", "top_box", "top_two"))
    counted = f"有效问卷{valid}，非常满意率{top}" if top.value else ""
    both = f"非常满意和满意合计{two}" if two.value else ""
    yield Paragraph(sentence(f"今年以来开展满意度调查{held}次", "，".join(filter(None, (counted, both)))))
    for name, steps in series(t.record for t in counter.month.things("surveys")).items():
        last = steps[-1]
        if last.survey.date.year == counter.month.day.year and last.change is not None:
            moved = f"{'上升' if last.change >= 0 else '下降'}{abs(last.change)}"
            yield Paragraph(f"{name}最近一次为{last.value}，比上次{moved}。")
    keys = ("title", "date", "respondents", "valid", "top_box", "top_two", "published")
    yield from shown(register_table(counter, "surveys", _YEAR, keys), "今年的满意度调查", held)


def _evaluations(counter: Counter) -> Iterator[Block]:
    held = counter.things("evaluations", _YEAR)
    if not held.value:
        return
    topics = counter.reading("evaluations", "topics", _YEAR)
    years, every = (counter.reading("evaluations", name) for name in ("years_running", "topics_running"))
    running = f"已连续{years}共评估{every}" if every.value != topics.value else ""
    yield Paragraph(sentence(f"今年以来第三方评估{held}次，评估改革事项{topics}", running))
    yield from shown(
        register_table(counter, "evaluations", _YEAR, ("title", "evaluator", "conclusion")),
        "今年的第三方评估",
        held,
    )


def _ratings(counter: Counter) -> Iterator[Block]:
    held = counter.things("ratings", _YEAR)
    if not held.value:
        return
    average = counter.reading("ratings", "average", _YEAR)
    yield Paragraph(f"今年以来开展双向测评{held}次，各督察组平均{average}。最近一次：")
    last: Rating = max(
        (t.record for t in counter.month.things("ratings")), key=lambda r: (r.period.first, r.date)
    )
    columns = (Column("名次", right=True), Column("督察组", wrap=True), Column("平均分", right=True))
    rows = tuple(cells(r.rank, r.team, r.overall) for r in team_results(last))
    yield from shown(Table(columns, rows), f"{last.period}双向测评", held)


SECTION = Section("opinion", "群众评价", _build, since=2)
