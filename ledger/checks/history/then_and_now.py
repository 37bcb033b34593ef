"""How the rules about history say what stood there, what stands there now, and where it stood."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ledger.base.diagnostics import Spot
from ledger.base.text import first_of, in_words, one_line, quoted, shorten
from ledger.checks.history.comparison import Comparison
from ledger.checks.rule import Finding
from ledger.measures.comparing.change import Change
from ledger.measures.comparing.things import ITEM, THINGS, Thing
from ledger.model.entries import Entry, Evidence, Voided
from ledger.model.fields import spelling

_LONGEST, _NAMED = 40, 3
WRITTEN_THEN = "原来写在这里"


def finding(change: Change, message: str, hint: str, *steps: str | int) -> Finding:
    """Of a change: at what ``steps`` lead to within its place, with the place where the same stood."""
    was = ((_within(change.was, steps), WRITTEN_THEN),) if change.was else ()
    return Finding(_within(change.spot, steps), message, hint, was=was)


def _within(spot: Spot, steps: tuple[str | int, ...]) -> Spot:
    return replace(spot, pointer=(*spot.pointer, *steps)) if steps else spot


def edited(change: Change, words: str) -> str:
    """p/1 的时限由“2017-06-30”改为“2017-12-31”: what became of a value, with both values."""
    name = f"{change.subject} 的{words}"
    if change.before is None:
        return f"{name}原来没有写，现在写成{_shown(change.after)}"
    if change.after is None:
        return f"{name}{_shown(change.before)}被删去"
    return f"{name}由{_shown(change.before)}改为{_shown(change.after)}"


def put_back(change: Change) -> str:
    """The first half of a hint: how the file reads as it did."""
    return "删去新写的值" if change.before is None else f"改回{_shown(change.before)}"


def slip_of_the_pen(thing: str, field: str) -> str:
    """The other half: what mends one. Only an item's own fields are mended by an entry; for the rest we say why."""
    if thing == ITEM:
        return f"录入笔误的记 更正（field: {field} 和 to）"
    return "录入笔误的 更正 改不了，改好后在这一行末尾写放行说明（写法见 ledger rule A101）"


def entry_name(entry: Entry) -> str:
    """2017-06-22“完成”: how sentences name an entry."""
    return f"{entry.date}“{shorten(one_line(entry.event), _LONGEST)}”"


def thing_name(thing: Thing) -> str:
    """事项 p/1“建立企业投资项目负面清单”."""
    title = quoted(thing.title, _LONGEST) if thing.title else ""
    return f"{THINGS[thing.kind]} {thing.subject}{title}"


def inside(thing: Thing, kind: str) -> int:
    """How many things of a kind stand in it."""
    return sum(part.kind == kind for part in thing.walk()) - (thing.kind == kind)


def edited_keys(before: Entry, after: Entry, comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Every key of an entry that reads differently, and how: short names for full ones are no difference."""
    old, now = comparison.identity.entry(before, after)
    for name, key in spelling(Entry):
        was, became = getattr(old, name), getattr(now, name)
        if was != became and getattr(before, name) != getattr(after, name):
            yield key, f"{key} 由{_shown(was)}改为{_shown(became)}"


def named(names: Iterable[str]) -> str:
    """甲、乙、丙 等 5 处: the first of many, and how many there are."""
    return first_of(names, _NAMED, " 等 {n} 处")


def _shown(value: Any) -> str:
    text = _text(value)
    return quoted(text, _LONGEST) if text else "空白"


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return "、".join(map(_text, value))
    if isinstance(value, (Evidence, Voided)):
        form: type = type(value)
        return "，".join(filter(None, (in_words(getattr(value, name)) for name, _ in spelling(form))))
    return in_words(value)
