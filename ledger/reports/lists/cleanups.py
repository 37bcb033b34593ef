"""``ledger list cleanups``: what each clean-up of pilots left."""

from datetime import date
from typing import Any

from ledger.measures.pilots import cleanup_counts
from ledger.measures.progress import share
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.cleanups import REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _retention(things: Things, _: date) -> str | None:
    """Of the last of them: clean-ups of one country, province and city count the same pilots again."""
    last: ThingStanding[Any] | None = max(things, key=lambda t: t.record.date, default=None)
    return share(last.beside.kept, last.beside.before) if last else None


LISTING = register_listing(
    "cleanups",
    "试点清理规范：原有、合并、终止、保留",
    RegisterList(
        REGISTER,
        "改革试点清理规范",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("until", "结束", lambda t: t.record.until),
            ThingColumn("counts", "原有和处置", lambda t: str(t.beside)),
            ThingColumn("words", "其中", lambda t: t.beside.words, wrap=True),
            ThingColumn(
                "source", "数的来源", lambda t: "报来" if t.record.before is not None else "本台账的试点"
            ),
        ),
        figures=(ThingFigure("retention", "最近一次的保留率", _retention),),
        beside=lambda ledger, day: lambda t: cleanup_counts(t.record, ledger, day),
    ),
)
