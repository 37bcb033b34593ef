"""``ledger list evaluations``: what third parties evaluated, how many reforms, and for how many years running (S3 #57)."""

from datetime import date

from ledger.model.registers.evaluations import REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _topics(things: Things, _: date) -> int:
    return sum(t.record.topics for t in things)


def _running(things: Things) -> list[int]:
    """The years in which there was one, back from the last without a gap."""
    years = {t.record.date.year for t in things}
    last = max(years, default=0)
    first_gap = next(n for n in range(len(years) + 1) if last - n not in years)
    return [last - n for n in range(first_gap)]


def _years_running(things: Things, _: date) -> int:
    return len(_running(things))


def _topics_running(things: Things, day: date) -> int:
    years = _running(things)
    return _topics([t for t in things if t.record.date.year in years], day)


def _evaluators(things: Things, _: date) -> int:
    return len({t.record.evaluator for t in things})


LISTING = register_listing(
    "evaluations",
    "第三方评估：评估机构、评估事项、结论",
    RegisterList(
        REGISTER,
        "第三方评估",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("evaluator", "评估机构", lambda t: t.record.evaluator, wrap=True),
            ThingColumn("topics", "评估事项", lambda t: t.record.topics, right=True),
            ThingColumn("subjects", "台账中的事项", lambda t: t.record.subjects, wrap=True),
            ThingColumn("conclusion", "结论", lambda t: t.record.conclusion, wrap=True),
        ),
        figures=(
            ThingFigure("topics", "评估事项", _topics, "项"),
            ThingFigure("years_running", "连续开展", _years_running, "年"),
            ThingFigure("topics_running", "连续各年评估事项", _topics_running, "项"),
            ThingFigure("evaluators", "评估机构", _evaluators, "家"),
        ),
    ),
)
