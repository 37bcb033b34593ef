"""What changes are called, and the values that they changed, in words."""

from functools import cache
from typing import Any, get_type_hints

from ledger.base.text import in_words, one_line, shorten
from ledger.measures.comparing.change import Change, Kind
from ledger.measures.comparing.things import SCORING, THINGS, Thing
from ledger.model.entries import Entry
from ledger.model.fields import spelling
from ledger.model.forms import field_words
from ledger.model.items import STATE_WORDS, Item, Node, State
from ledger.model.plans import Part, Plan
from ledger.model.policy import Policy
from ledger.model.scoring import Scheme
from ledger.model.settings import Settings
from ledger.model.shelves import thing_types
from ledger.model.slips import Row, Slip
from ledger.model.units import Leader, Unit
from ledger.reports.logs import details

_LONGEST = 160
_WORDS = {
    Kind.REUSED: "编号另作他用",
    Kind.REMOVED: "删除{thing}",
    Kind.RENUMBERED: "{thing}改号",
    Kind.ENTRY_REMOVED: "删去记录",
    Kind.ENTRY_EDITED: "改动记录",
    Kind.ENTRY_INSERTED: "插入记录",
    Kind.ENTRY_MOVED: "调换记录",
    Kind.EVIDENCE_REMOVED: "删去佐证",
    Kind.EDITED: "改动{field}",
    Kind.STATUS: "状态",
    Kind.DUE: "实际时限",
    Kind.LEAD: "牵头单位",
    Kind.ADDED: "新增{thing}",
    Kind.ENTRY_ADDED: "新记录",
    Kind.MOVED: "移动文件",
}
_RECORDS = (Plan, Part, Item, Node, Slip, Row, Unit, Leader, Policy, Settings)


def change_word(change: Change) -> str:
    """删除事项, 改动时限, 新记录: what was done, in a word."""
    return _WORDS[change.kind].format(
        thing=THINGS[change.thing], field=field_title(change.field, change.thing)
    )


def field_title(key: str, thing: str = "") -> str:
    """What an editor calls a key of a file on hover; of a ``thing`` of a register, or of a scheme, as its own record has it."""
    if thing in thing_types():
        return field_words(thing_types()[thing].record, key)
    if thing == SCORING:
        return field_words(Scheme, key)
    return _titles().get(key, key)


def brief(text: str, cells: int = _LONGEST) -> str:
    """Not longer than a table can bear, whatever takes no cells in it."""
    return shorten(one_line(text)[: 2 * cells], cells)


def value_text(value: Any) -> str:
    """A value, an entry or a thing in words; nothing for nothing."""
    match value:
        case Entry():
            return "；".join(filter(None, (f"{value.date} {value.event}", value.by, details(value))))
        case Thing():
            return _thing_text(value)
        case State():
            return STATE_WORDS[value]
    return in_words(value)


def _thing_text(thing: Thing) -> str:
    inside = [part for child in thing.inner for part in child.walk()]
    counts = {word: sum(part.kind == kind for part in inside) for kind, word in THINGS.items()}
    held = "、".join(f"{word}{n}" for word, n in counts.items() if n)
    log = f"记录{len(thing.log)}" if thing.log else ""
    name = thing.title or str(thing.fields.get("number") or thing.fields.get("kind") or thing.subject)
    told = "，".join(filter(None, (held, log)))
    return f"{name}（{told}）" if told else name


@cache
def _titles() -> dict[str, str]:
    """Key → what an editor calls it on hover."""
    found: dict[str, str] = {}
    for record in _RECORDS:
        hints = get_type_hints(record, include_extras=True)
        for name, key in spelling(record):
            marks = getattr(hints[name], "__metadata__", ())
            title = next((m.title for m in marks if getattr(m, "title", None)), None)
            found.setdefault(key, title or key)
    return found
