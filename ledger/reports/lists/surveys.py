"""``ledger list surveys``: who was asked and how many were satisfied, the top box apart from the top two (S3 #77)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, get_args

from ledger.measures.progress import share
from ledger.measures.states import State
from ledger.measures.survey_series import Step, series
from ledger.measures.thing_states import ThingStanding
from ledger.model.ledger import Ledger
from ledger.model.registers.surveys import REGISTER, Respondents, Survey, SurveyMethod
from ledger.reports.blocks import Block, Column, Heading, Table, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _of_valid(answers: int | None, survey: Survey) -> str | None:
    return share(answers, survey.valid) if answers is not None and survey.valid else None


def _said(field: str, word: str) -> State[ThingStanding[Any]]:
    return State(word, lambda thing, _: word in getattr(thing.record, field))


def _total(name: str) -> Callable[[Things, date], int]:
    return lambda things, _: sum(getattr(t.record, name) or 0 for t in things)


def _pooled(part: str, whole: str) -> Callable[[Things, date], str | None]:
    """Over the surveys that tell both; how many, where there are several: each may have asked others about something else."""

    def of(things: Things, _: date) -> str | None:
        both = [(getattr(t.record, part), getattr(t.record, whole)) for t in things]
        known = [(p, w) for p, w in both if p is not None and w]
        rate = share(sum(p for p, _ in known), sum(w for _, w in known))
        return f"{rate}，{len(known)}次调查合并" if len(known) > 1 else rate

    return of


def _series(_: Ledger, things: Things, __: date) -> Iterator[Block]:
    for name, steps in series(t.record for t in things).items():
        columns = (
            Column("日期"), Column("调查", wrap=True), Column("公布值", right=True), Column("比上次", right=True),
            Column("比首次", right=True),
        )  # fmt: skip
        yield Heading(f"历次{name}", 2)
        yield Table(columns, tuple(cells(*_step(step)) for step in steps))


def _step(step: Step) -> Sequence[object]:
    signed = [f"{value:+}" if value is not None else "" for value in (step.change, step.since_first)]
    return (step.survey.date, step.survey.title, step.value, *signed)


LISTING = register_listing(
    "surveys",
    "满意度调查：方式、对象、有效问卷、非常满意率、满意率、历次升降",
    RegisterList(
        REGISTER,
        "满意度调查",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("methods", "方式", lambda t: t.record.methods, wrap=True),
            ThingColumn("respondents", "对象", lambda t: t.record.respondents, wrap=True),
            ThingColumn("valid", "有效", lambda t: t.record.valid, right=True),
            ThingColumn("top_box", "非常满意率", lambda t: _of_valid(t.record.very_satisfied, t.record)),
            ThingColumn("top_two", "满意率", lambda t: _of_valid(t.record.top_two, t.record)),
            ThingColumn("published", "公布值", lambda t: t.record.published, right=True),
        ),
        states={"counted": State("有分档结果", lambda t, _: t.record.very_satisfied is not None)},
        kinds={word: _said("methods", word) for word in get_args(SurveyMethod)}
        | {word: _said("respondents", word) for word in get_args(Respondents)},
        figures=(
            ThingFigure("valid", "有效问卷", _total("valid"), "份"),
            ThingFigure("very_satisfied", "非常满意", _total("very_satisfied"), "份"),
            ThingFigure("top_box", "非常满意率", _pooled("very_satisfied", "valid")),
            ThingFigure("top_two", "满意率（非常满意和满意）", _pooled("top_two", "valid")),
            ThingFigure("response", "问卷有效率", _pooled("valid", "issued")),
        ),
        more=lambda *given: tuple(_series(*given)),
    ),
)
