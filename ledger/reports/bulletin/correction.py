"""更正: what a published bulletin said, what the ledger says of the same day now, and which records made the difference."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.base.days import in_chinese
from ledger.measures.comparing.bearing import bearing, is_late_fact
from ledger.measures.comparing.change import Change
from ledger.model.bulletins import CORRECTION_REGION
from ledger.reports.blocks import Block, Column, Heading, Paragraph, Table, cells
from ledger.reports.bulletin.edition import Edition, Passage
from ledger.reports.bulletin.figures import Figure, Number, Rate, Reading
from ledger.reports.change_words import brief, change_word, value_text


@dataclass(frozen=True, slots=True)
class Restated:
    """A number that was ``then`` and is ``now``; None where the bulletin had, or would have, no such number."""

    label: str
    section: str
    then: Number | None
    now: Number | None


def restated(then: Edition, now: Edition) -> list[Restated]:
    """Numbers that differ, in the order of the bulletin; what only one of them has comes where it stands there.

    A number that stands in several places is told where it stands first; one that was only picked is told where both have it.
    """
    before = {n.key: (p.title, n) for p in then.passages for n in p.numbers}
    after = {n.key: (p.title, n) for p in now.passages for n in p.numbers}
    found: dict[tuple[str, ...], Restated] = {}
    for key in dict.fromkeys((*before, *after)):
        title, number = before.get(key) or after[key]
        old, new = (side[key][1] if key in side else None for side in (before, after))
        if _value(old) != _value(new) and not (None in {old, new} and _is_picked(number)):
            found.setdefault(_counted(number), Restated(number.label, title, old, new))
    return list(found.values())


def _is_picked(number: Number) -> bool:
    return isinstance(number, Reading) and number.picked


def _counted(number: Number) -> tuple[str, ...]:
    """What makes two numbers the same one."""
    return (number.part.query, number.whole.query) if isinstance(number, Rate) else (number.query,)


def _value(number: Number | None) -> str:
    match number:
        case Figure(value=value):
            return str(value)
        case Rate():
            return number.full
        case Reading():
            return str(number)
        case None:
            return ""


def amendment(number: int, on: date, then: Edition, now: Edition, changes: Iterable[Change]) -> Passage:
    """The ``number``-th correction, written ``on`` a day; ``changes`` are those of the records since."""
    day = then.month.day
    moved, found = restated(then, now), bearing(changes, day)
    late = [c for c in found if is_late_fact(c, day)]
    since = "本期印发" if number == 1 else f"更正之{number - 1}"
    said = f"更正（{in_chinese(on)}）：{since}以后补记{len(late)}条，涉及{len({c.subject for c in late})}项"
    said += f"；其他改动{len(found) - len(late)}处" if len(found) > len(late) else ""
    said += f"。下列{len(moved)}个数有变化，原数和现在的数都在表中；以下各节不动，仍是印发时的原数。"
    blocks: list[Block] = [Heading(f"更正之{number}", 2), Paragraph(said), restated_table(moved)]
    blocks += records(found, day)
    return Passage(f"{CORRECTION_REGION}{number}", f"更正之{number}", tuple(blocks))


def restated_table(moved: Iterable[Restated]) -> Table:
    columns = (
        Column("所在"),
        Column("数字", wrap=True),
        Column("原为", right=True),
        Column("现为", right=True),
    )
    rows = (cells(m.section, m.label, shown(m.then), shown(m.now)) for m in moved)
    return Table(columns, tuple(rows))


def shown(number: Number | None) -> str:
    """With both its numbers, if it is a rate."""
    return _value(number) or "（没有）"


def records(found: Sequence[Change], day: date) -> Iterator[Block]:
    """Which records bear on the day: facts that were recorded later, then whatever else was changed."""
    yield from _late([c for c in found if is_late_fact(c, day)])
    yield from _others([c for c in found if not is_late_fact(c, day)])


def _late(changes: Sequence[Change]) -> Iterator[Block]:
    if not changes:
        return
    columns = (Column("记录"), Column("日期"), Column("补记"), Column("内容", wrap=True))
    rows = [cells(c.subject, c.after.date, c.after.recorded, value_text(c.after)) for c in changes]
    yield Heading(f"补记{len(rows)}条", 3)
    yield Table(columns, tuple(rows))


def _others(changes: Sequence[Change]) -> Iterator[Block]:
    if not changes:
        return
    columns = (Column("记录"), Column("改动"), Column("原为", wrap=True), Column("现为", wrap=True))
    rows = [
        cells(c.subject, change_word(c), brief(value_text(c.before)), brief(value_text(c.after)))
        for c in changes
    ]
    yield Heading(f"其他改动{len(rows)}处", 3)
    yield Table(columns, tuple(rows))
