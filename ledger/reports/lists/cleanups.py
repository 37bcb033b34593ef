"""``ledger list cleanups``: what each clean-up of pilots left."""

from datetime import date
from typing import Any

from ledger.measures.pilots import cleanup_counts, is_over
from ledger.measures.progress import share
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding
from ledger.model.registers.cleanups import REGISTER
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _retention(things: Things, _: date) -> str | None:
    """Of the last that is over: clean-ups of one country, province and city count the same pilots again."""
    over = [t for t in things if is_over(t.record, t.course.day)]
    last = max(over, key=lambda t: (t.record.until, t.record.date), default=None)
    return share(last.beside.kept, last.beside.before) if last else None


def counts_of(thing: ThingStanding[Any]) -> str:
    """141 = 27 + 54 + 60; 正在清理 where others count and it is not over."""
    return str(thing.beside) if thing.beside else "正在清理"


def parts_of(thing: ThingStanding[Any]) -> str:
    return thing.beside.words if thing.beside else ""


LISTING = register_listing(
    "cleanups",
    "试点清理规范：原有、合并、终止、保留",
    RegisterList(
        REGISTER,
        "改革试点清理规范",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("until", "结束", lambda t: t.record.until),
            ThingColumn("counts", "原有和处置", counts_of),
            ThingColumn("words", "其中", parts_of, wrap=True),
            ThingColumn(
                "source", "数的来源", lambda t: "报来" if t.record.before is not None else "本台账的试点"
            ),
        ),
        states={"over": State("已结束", lambda t, day: is_over(t.record, day))},
        figures=(ThingFigure("retention", "最近结束的一次的保留率", _retention),),
        beside=lambda ledger, day: lambda t: cleanup_counts(t.record, ledger, day),
    ),
)
