"""群众评价: surveys, third parties' evaluations and the rating of inspection teams (S3 #51, #57, #77; domain.md §6)."""

from collections.abc import Iterator

from ledger.measures.states import this_month
from ledger.measures.survey_series import Step, series
from ledger.measures.team_results import last_rating, team_results
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.surveys import Survey
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
    several = "，对象和问题各不相同，逐次列出，不合并计算" if held.value > 1 else ""
    yield Paragraph(f"今年以来有结果的满意度调查{held}次{several}。")
    for name, steps in series(t.record for t in counter.month.things("surveys")).items():
        if len(steps) > 1 and steps[-1].survey.date.year == counter.month.day.year:
            yield Paragraph(_moved(name, *steps[-2:]))
    day = counter.month.day
    surveys = [t for t in counter.month.things("surveys") if this_month(t.record.date, day, year=True)]
    columns = (
        Column("名称", wrap=True),
        Column("日期"),
        Column("对象", wrap=True),
        Column("结果", wrap=True),
    )
    rows = tuple(
        cells(t.record.title, t.record.date, "、".join(t.record.respondents), _result(counter, t))
        for t in surveys
    )
    yield from shown(Table(columns, rows), "今年的满意度调查", held)


def _result(counter: Counter, survey: ThingStanding[Survey]) -> str:
    """非常满意率49.2%（301/612），满意率84.2%（515/612）; what was only published, as it was."""
    told = {word: counter.cell("surveys", survey, key) for key, word in _RESULTS.items()}
    return "，".join(f"{word}{number}" for word, number in told.items() if number.value is not None)


_RESULTS = {"top_box": "非常满意率", "top_two": "满意以上", "published": "公布值"}


def _moved(name: str, before: Step, last: Step) -> str:
    """全面深化改革满意度87.54，比上一次的86.34上升1.20: as both were published."""
    change = last.value - before.value
    moved = f"{'上升' if change > 0 else '下降'}{abs(change)}" if change else "没有升降"
    others = set(last.survey.respondents) != set(before.survey.respondents)
    told = f"{name}{last.value}（{last.survey.title}），比上一次的{before.value}{moved}"
    return sentence(told, "两次调查的对象不同" if others else "")


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
    last = last_rating(t.record for t in counter.month.things("ratings"))
    if not held.value or last is None:
        return
    average = counter.reading("ratings", "last_average", _YEAR)
    yield Paragraph(f"今年以来开展双向测评{held}次；{last.period}各督察组平均{average}：")
    columns = (Column("名次", right=True), Column("督察组", wrap=True), Column("平均分", right=True))
    rows = tuple(cells(r.rank, r.team, r.overall) for r in team_results(last))
    yield from shown(Table(columns, rows), f"{last.period}双向测评", held)


SECTION = Section("opinion", "群众评价", _build, since=2)
