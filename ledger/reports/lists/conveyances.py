"""``ledger list conveyances``: what was conveyed by how many units, in time or not, and how (A1 of domain.md §5)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ledger.measures.progress import share
from ledger.measures.states import State
from ledger.measures.thing_states import ThingStanding, choice_states
from ledger.model.duty import Duty
from ledger.model.ledger import Ledger
from ledger.model.registers.conveyances import REGISTER
from ledger.reports.blocks import Block, Cell, Column, Heading, Table, Tone, cells
from ledger.reports.register_list import RegisterList, ThingColumn, ThingFigure, Things, register_listing


def _met(duty: Duty) -> bool:
    return duty.met_on is not None


def in_time(duty: Duty) -> bool:
    return duty.met_on is not None and duty.met_on <= duty.due


def _late(duty: Duty, day: date) -> bool:
    """Conveyed late, or not yet and the limit is over."""
    return duty.met_on > duty.due if duty.met_on else duty.due < day


def _of_all(things: Things) -> list[Duty]:
    return [duty for thing in things for duty in thing.duties]


def _counted(fits: Callable[[Duty], bool]) -> Callable[[Things, date], int]:
    return lambda things, _: sum(map(fits, _of_all(things)))


def _times(event: str, *forms: str) -> Callable[[Things, date], int]:
    """How often units did it: one unit and one matter count once."""

    def count(things: Things, _: date) -> int:
        found = {
            (thing.ref, entry.by)
            for thing in things
            for entry in thing.course.facts
            if entry.event == event and (not forms or entry.result in forms)
        }
        return len(found)

    return count


def timely(duties: Sequence[Duty], day: date) -> str | None:
    """``95.8%（23/24）``: conveyed in time, of what was conveyed or whose limit is over; None where nothing is due yet."""
    due = [duty for duty in duties if _met(duty) or duty.due < day]
    return share(sum(map(in_time, due)), len(due))


def _conveyed(thing: ThingStanding[Any]) -> str:
    return f"{sum(map(_met, thing.duties))}/{len(thing.duties)}"


def _by_unit(ledger: Ledger, things: Things, day: date) -> Sequence[Block]:
    """Units that were late or still are, in the order of their register."""
    late: dict[str, list[Duty]] = {}
    for duty in _of_all(things):
        if _late(duty, day):
            late.setdefault(duty.unit, []).append(duty)
    columns = (
        Column("单位", wrap=True), Column("逾期未传达", right=True), Column("逾期传达", right=True),
        Column("会议或文件", wrap=True),
    )  # fmt: skip
    rows = []
    for unit in sorted(late, key=ledger.units.order):
        waiting = sum(not _met(duty) for duty in late[unit])
        owing = Cell(str(waiting), Tone.BAD) if waiting else Cell("0")
        refs = "、".join(duty.ref for duty in late[unit])
        rows.append(cells(unit, owing, len(late[unit]) - waiting, refs))
    return (Heading("没有按期传达的单位", 2), Table(columns, tuple(rows))) if rows else ()


LISTING = register_listing(
    "conveyances",
    "传达学习：上级会议和文件，各单位哪天传达、是否第一议题",
    RegisterList(
        REGISTER,
        "上级会议和文件的传达学习",
        (
            ThingColumn("title", "会议或文件", lambda t: t.record.title, wrap=True),
            ThingColumn("level", "层级", lambda t: t.record.level),
            ThingColumn("date", "日期", lambda t: t.record.date),
            ThingColumn("conveyed", "已传达", _conveyed, right=True),
            ThingColumn("in_time", "按期", lambda t: sum(map(in_time, t.duties)), right=True),
            ThingColumn(
                "first_topic", "第一议题", lambda t: _times("传达", "第一议题")([t], t.course.day), right=True
            ),
            ThingColumn(
                "carried_out", "研究贯彻", lambda t: _times("研究贯彻")([t], t.course.day), right=True
            ),
        ),
        states={
            "conveyed": State("全部传达", lambda t, _: all(map(_met, t.duties))),
            "waiting": State("尚未全部传达", lambda t, _: not all(map(_met, t.duties))),
            "in_time": State("全部按期传达", lambda t, _: all(map(in_time, t.duties))),
        },
        kinds=choice_states("level", ("中央", "省", "市")),
        figures=(
            ThingFigure("asked", "应传达", _counted(lambda _: True), "家次"),
            ThingFigure("units_conveyed", "已传达", _counted(_met), "家次"),
            ThingFigure("units_in_time", "按期传达", _counted(in_time), "家次"),
            ThingFigure("timely", "按期传达率", lambda things, day: timely(_of_all(things), day)),
            ThingFigure("first_topic", "列为第一议题", _times("传达", "第一议题"), "次"),
            ThingFigure("standing_item", "列入固定议程", _times("传达", "固定议程"), "次"),
            ThingFigure("carried_out", "研究贯彻措施", _times("研究贯彻"), "次"),
        ),
        more=_by_unit,
    ),
)
