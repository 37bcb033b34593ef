"""``ledger list advice``: what was advised in consultations, and how far it is carried out."""

from datetime import date

from ledger.measures.progress import share
from ledger.model.registers.consultations import REGISTER, limit_of
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _rate(things: Things, _: date) -> str | None:
    """Of all that was not declined."""
    asked = [t for t in things if t.course.state != "declined"]
    return share(sum(t.course.state == "accepted" for t in asked), len(asked))


LISTING = register_listing(
    "advice",
    "会诊建议：由谁落实、针对什么原因、采纳和验收",
    RegisterList(
        REGISTER,
        "会诊建议",
        (
            ThingColumn("title", "建议", lambda a: a.record.title, wrap=True),
            ThingColumn("unit", "落实单位", lambda a: a.record.unit, wrap=True),
            ThingColumn("cause", "针对原因", lambda a: a.record.cause, wrap=True),
            ThingColumn("limit", "时限", lambda a: limit_of(a.course)),
        ),
        key="advice",
        figures=(ThingFigure("acceptance_rate", "建议落实率", _rate),),
    ),
)
