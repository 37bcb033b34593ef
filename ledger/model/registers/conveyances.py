"""传达学习 (S1, S3; domain.md rows 32 and 46): what was decided above is conveyed at once, first on the agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import ConfigDict

from ledger.model.duty import Duty
from ledger.model.entries import Entry
from ledger.model.events import CORRECT, CORRECTING, EventTable, EventType
from ledger.model.fields import STRICT, Day, Identifier, Line, Text, ThingRefs, UnitNames, about
from ledger.model.register import Course, Register, ThingType

if TYPE_CHECKING:
    from ledger.model.ledger import Ledger

CONVEY = "传达学习"
FORMS = ("第一议题", "固定议程", "专题学习", "书面传阅")
"""How it was conveyed. The first two are what S3 (第一议题) and S1 (固定议程) ask of whoever holds a meeting."""

CONVEYANCE_EVENTS = EventTable(
    "传达学习",
    (
        EventType("传达", "convey", ("by", "result"), outcomes=dict.fromkeys(FORMS, "")),
        EventType("研究贯彻", "carry_out", ("by",)),
        EventType("免于传达", "exempt", ("by", "to", "note")),
        EventType(CORRECT, "correct", ("by", "note"), optional=CORRECTING),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conveyance:
    """A meeting or a document from above; the clock of every unit asked starts on ``date``."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    ABOUT: ClassVar[str] = "上级的一次会议或一份文件，和各单位的传达学习；哪个单位哪天传达，记在 log"

    id: Annotated[Identifier, about("编号", "传达编号", "CD-2017-01")]
    title: Annotated[Line, about("会议或文件", "传达什么", "中央深改组第三十八次会议精神")]
    level: Annotated[Literal["中央", "省", "市"], about("层级", "哪一级的：中央、省 或 市", "中央")]
    date: Annotated[Day, about("日期", "会议召开、文件印发的那一天；期限从这一天算起", "2017-08-29")]
    units: Annotated[UnitNames, about("应传达单位", "要求哪些单位传达", ["市财政局", "经济体制改革专项小组"])]
    upstream: Annotated[ThingRefs, about("上级文件", "会上审议的、要对接的上级文件", ["zy-2017-15"])] = ()
    text: Annotated[Text | None, about("要点", "要传达的主要精神和要求")] = None
    log: Annotated[tuple[Entry, ...], about("记录", "传达、研究贯彻、免于传达，各单位一条")] = ()


def asked(course: Course[Conveyance], ledger: "Ledger") -> list[str]:
    """Units that have to convey it, as they are called on the day; who was excused is left out."""
    excused = {
        ledger.units.current(name, course.day)
        for entry in course.facts
        if entry.event == "免于传达"
        for name in entry.to or ()
    }
    units = dict.fromkeys(ledger.units.current(name, course.day) for name in course.record.units)
    return [unit for unit in units if unit not in excused]


def conveyed(course: Course[Conveyance], ledger: "Ledger", event: str = "传达") -> dict[str, Entry]:
    """The first entry of that event by unit, as units are called on the day."""
    found: dict[str, Entry] = {}
    for entry in course.facts:
        if entry.event == event and entry.by:
            found.setdefault(ledger.units.current(entry.by, course.day), entry)
    return found


def _duties(course: Course[Conveyance], ledger: "Ledger") -> Iterator[Duty]:
    """Every unit asked, within the days that the policy of the meeting's day gives."""
    record = course.record
    due = record.date + timedelta(days=ledger.policies.on(record.date).docking.convey_within)
    done = conveyed(course, ledger)
    for unit in asked(course, ledger):
        met = done[unit].date if unit in done else None
        settle = f"ledger record {course.ref} 传达 --by {unit} --result 第一议题"
        yield Duty(course.ref, CONVEY, unit, due, met, record.title, settle)


REGISTER = Register(
    "conveyances",
    "传达学习",
    "上级会议、文件精神的传达学习",
    ThingType("conveyance", "传达学习", Conveyance, CONVEYANCE_EVENTS, _duties, unit="units"),
)
