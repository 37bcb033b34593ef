"""``ledger list meetings``: what was held, what it reviewed and heard, who came (S3 #46, #52)."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, get_args

from ledger.base.counts import total
from ledger.base.periods import MONTH, QUARTER
from ledger.base.recurring import missed, period_of
from ledger.measures.states import State, this_month
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.ledger import Ledger
from ledger.model.registers.meetings import DEPUTIES, REGISTER, REVIEW, Meeting, MeetingKind, SpeechKind
from ledger.reports.blocks import Block, Paragraph
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _held(kind: str) -> Callable[[Things, date], str]:
    """How many meetings of a kind, those told at once included: 260多."""
    return lambda things, _: str(total(t.record.held for t in things if t.record.kind == kind))


def _spoke(kind: str) -> Callable[[Things, date], int]:
    return lambda things, _: sum(s.kind == kind for t in things for s in t.record.speeches)


def _speakers(thing: ThingStanding[Any]) -> str:
    told = {kind: [s.unit for s in thing.record.speeches if s.kind == kind] for kind in get_args(SpeechKind)}
    return "；".join(
        f"{kind.removesuffix('发言')}：{'、'.join(units)}" for kind, units in told.items() if units
    )


def _ranked_this_month(thing: ThingStanding[Any], day: date) -> bool:
    return thing.record.ranking is not None and thing.record.is_of_month(day)


def _merged_this_month(thing: ThingStanding[Any], day: date) -> bool:
    return thing.record.times is not None and this_month(thing.record.date, day)


def _documents(things: Things, _: date) -> int:
    return sum(t.record.reviewed for t in things)


def _heard(things: Things, _: date) -> int:
    return sum(len(t.record.reports) for t in things)


def _gaps(ledger: Ledger, _: Things, day: date) -> Iterator[Block]:
    """Months without a review meeting and quarters without one of the deputies, whatever is listed."""
    held = [m for m in ledger.of(REGISTER) if m.kind == REVIEW and m.date <= day]
    joined = [m for m in held if DEPUTIES in m.attendees]
    for meetings, months, words in (
        (held, MONTH, "没有开通报会的月份"),
        (joined, QUARTER, f"{DEPUTIES}没有参加通报会的季度"),
    ):
        without = missed((period_of(m.date, months) for m in meetings), day, months)
        if without:
            yield Paragraph(f"{words}：{'、'.join(map(str, without))}。")


def _number(meeting: Meeting) -> str:
    return meeting.number or (f"{meeting.times}次" if meeting.times is not None else "")


LISTING = register_listing(
    "meetings",
    "会议：通报会、深改组会议、专项小组会议等，审议、听取汇报、发言",
    RegisterList(
        REGISTER,
        "会议",
        (
            ThingColumn("title", "名称", lambda t: t.record.title, wrap=True),
            ThingColumn("kind", "种类", lambda t: t.record.kind),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("number", "次", lambda t: _number(t.record)),
            ThingColumn("documents", "审议文件", lambda t: t.record.reviewed or None, right=True),
            ThingColumn("reports", "听取汇报", lambda t: len(t.record.reports) or None, right=True),
            ThingColumn("speakers", "发言", _speakers, wrap=True),
        ),
        states={
            "this_month": State("本月", lambda t, day: t.record.is_of_month(day)),
            "merged_this_month": State("本月合并登记", _merged_this_month),
            "with_deputies": State(f"{DEPUTIES}参加", lambda t, _: DEPUTIES in t.record.attendees),
            "ranked": State("公布排名", lambda t, _: t.record.ranking is not None),
            "ranked_this_month": State("本月公布排名", _ranked_this_month),
        },
        kinds=choice_states("kind", get_args(MeetingKind)),
        figures=(
            ThingFigure("reviews", "通报会", _held(REVIEW), "次"),
            ThingFigure("commission", "深改组会议", _held("深改组会议"), "次"),
            ThingFigure("groups", "专项小组会议", _held("专项小组会议"), "次"),
            ThingFigure("documents", "审议文件", _documents, "件"),
            ThingFigure("reports", "听取汇报", _heard, "项"),
            ThingFigure("models", "典型发言", _spoke("典型发言"), "个"),
            ThingFigure("pledges", "表态发言", _spoke("表态发言"), "个"),
        ),
        more=lambda *given: tuple(_gaps(*given)),
    ),
)
