"""``ledger show`` and ``ledger why`` of a thing of a register: its fields, what stands in it, its log, what it asks."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ledger.measures.holdings import within
from ledger.measures.thing_states import ThingStanding, standing_of_thing
from ledger.model.duty import Duty
from ledger.model.forms import FormField, form
from ledger.model.ledger import Ledger
from ledger.model.register import Course, began
from ledger.model.walks import walk
from ledger.reports.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table, Tone, cells
from ledger.reports.duties import duty_data
from ledger.reports.logs import details, entry_data, log_table
from ledger.reports.register_list import owed_cell
from ledger.reports.thing_detail import detail_of


def show_thing(course: Course[Any], ledger: Ledger, place: str) -> Report:
    thing = _standing(course, ledger)
    rows = [*_said(course.record), *_state(course), ("位置", place)]
    blocks: list[Block] = [Facts(tuple((label, Cell(text)) for label, text in rows if text))]
    for field in form(type(course.record)):
        blocks += _inside(course, field, ledger)
    more, computed = detail_of(course, ledger)
    blocks += more
    if thing.duties:
        blocks += [Heading("应办", 2), _duties(thing.duties, course)]
    log = getattr(course.record, "log", ())
    if log:
        blocks += [Heading("记录", 2), log_table(log)]
    return Report(
        _title(course), course.day, tuple(blocks), _data(thing, place, computed), [entry_data(e) for e in log]
    )


def why_thing(course: Course[Any], ledger: Ledger) -> Report:
    """Every entry and what it did, then each duty: by when, met or not."""
    thing = _standing(course, ledger)
    said = _state(course) or [("状态", "记录，不分状态")]
    blocks: list[Block] = [Facts(tuple((label, Cell(text)) for label, text in said))]
    if course.type.events is not None:
        blocks += [Heading("逐条记录", 2), _strides(course)]
    blocks += [Heading("应办", 2)]
    blocks += [_duties(thing.duties, course)] if thing.duties else [Paragraph("没有要办的。")]
    more, computed = detail_of(course, ledger)
    return Report(_title(course), course.day, (*blocks, *more), _data(thing, "", computed), ())


def _standing(course: Course[Any], ledger: Ledger) -> ThingStanding[Any]:
    """Before it begins it asks nothing."""
    return ThingStanding(course, ()) if _begins_later(course) else standing_of_thing(course, ledger)


def _begins_later(course: Course[Any]) -> date | None:
    """The day, where it is still to come."""
    start = began(course)
    return start if start is not None and start > course.day else None


def _state(course: Course[Any]) -> list[tuple[str, str]]:
    if start := _begins_later(course):
        return [("状态", f"到这一天还没有，从 {start} 起")]
    return [("状态", course.state_word)] if course.state else []


def _title(course: Course[Any]) -> str:
    return f"{course.ref} {course.title}"


def _said(record: Any) -> Iterator[tuple[str, str]]:
    """Label and text of every field that says something in a line."""
    for field in form(type(record)):
        value = getattr(record, field.name)
        if field.inner is None and field.key not in {"id", "title", "log"}:
            yield field.title, _text(value)


def _text(value: Any) -> str:
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return "是"
    return "、".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _inside(course: Course[Any], field: FormField, ledger: Ledger) -> Iterator[Block]:
    """What stands in it: things with their states, plain records with their fields."""
    value = getattr(course.record, field.name)
    tracked = field.key in course.type.inner and course.type.inner[field.key].events is not None
    if field.inner is None or field.key == "log" or not value or (tracked and _begins_later(course)):
        return
    yield Heading(field.title, 2)
    if tracked:
        inner = [standing_of_thing(c, ledger) for c in within(course, field.key)]
        columns = (Column("编号"), Column("名称", wrap=True), Column("状态"), Column("还欠", wrap=True))
        rows = (cells(t.ref, t.course.title, t.course.state_word, owed_cell(t)) for t in inner)
        yield Table(columns, tuple(rows))
    elif field.many:
        heads = [
            f for f in form(field.inner) if f.inner is None and any(_text(getattr(r, f.name)) for r in value)
        ]
        rows = (cells(*(_text(getattr(r, f.name)) for f in heads)) for r in value)
        yield Table(tuple(Column(f.title, wrap=True) for f in heads), tuple(rows))
    else:
        yield Facts(tuple((label, Cell(text)) for label, text in _said(value) if text))


def _duties(duties: Sequence[Duty], course: Course[Any]) -> Table:
    columns = (Column("应办"), Column("单位", wrap=True), Column("期限"), Column("情况"))
    return Table(columns, tuple(cells(d.what, d.unit, d.due, _met(d, course)) for d in duties))


def _met(duty: Duty, course: Course[Any]) -> Cell:
    if duty.met_on is not None:
        late = duty.met_on > duty.due
        return Cell(f"{duty.met_on} 办结{'（逾期）' if late else ''}", Tone.WARN if late else Tone.GOOD)
    days = duty.overdue_days(course.day)
    return Cell(f"逾期{days}天", Tone.BAD) if days else Cell("未到期")


def _strides(course: Course[Any]) -> Table:
    table = course.type.events
    columns = (
        Column("日期"),
        Column("事件"),
        Column("由谁", wrap=True),
        Column("内容", wrap=True),
        Column("之后"),
    )
    if table is None:
        return Table(columns, ())
    rows = [
        cells(
            s.entry.date,
            s.entry.event,
            s.entry.by,
            details(s.entry),
            table.states.get(s.after, "") if s.counted else Cell("当时不能记，不起作用", Tone.BAD),
        )
        for s in walk(table, course.record.log, course.day)
    ]
    return Table(columns, tuple(rows))


def _data(thing: ThingStanding[Any], place: str, computed: dict[str, Any]) -> dict[str, Any]:
    course = thing.course
    said = {
        f.key: _plain(getattr(course.record, f.name)) for f in form(type(course.record)) if f.key != "log"
    }
    return {
        "thing": course.type.kind,
        "ref": course.ref,
        "title": course.title,
        "state": (course.state or None) if not _begins_later(course) else None,
        "fields": said,
        "duties": [duty_data(d, course.day) for d in thing.duties],
        "place": place,
        "log": [entry_data(e) for e in getattr(course.record, "log", ())],
        **({"computed": computed} if computed else {}),
    }


def _plain(value: Any) -> Any:
    if (
        dataclasses.is_dataclass(value)
        and not isinstance(value, type)
        and hasattr(value, "__pydantic_config__")
    ):
        return {f.key: _plain(getattr(value, f.name)) for f in form(type(value)) if f.key != "log"}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value if value is None or isinstance(value, bool | int) else str(value)
