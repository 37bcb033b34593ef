"""Which things of a register the filters of the command line mean: by what their fields name."""

from collections.abc import Iterable
from datetime import date

from ledger.base.errors import LedgerError
from ledger.measures.selection import NOTHING, Selection
from ledger.measures.thing_states import ThingStanding
from ledger.model.forms import NameAt, form, names_in
from ledger.model.ledger import Ledger
from ledger.model.register import ThingType

_LEAD, _LEADS = "lead", "leads"
_OPTIONS = {
    "plans": ("--plan", frozenset({"plan", "item", "thing"})),
    "fields": ("--field", frozenset({"field"})),
    "groups": ("--group", frozenset({"group"})),
    _LEADS: ("--lead", frozenset({"unit"})),
    "units": ("--unit", frozenset({"unit", "decider", "group", "leader"})),
    "causes": ("--cause", frozenset({"cause"})),
}
"""What each filter goes by: texts that name one of these; ``--lead`` only by those of who is responsible."""


def check_filters(kind: ThingType[object], word: str, chosen: Selection) -> None:
    """Raises LedgerError for a filter that such a thing has nothing for, naming those it has."""
    has = {field.naming for field in form(kind.record)} | {
        inner.naming for field in form(kind.record) if field.inner for inner in form(field.inner)
    }
    usable = {
        key: option
        for key, (option, names) in _OPTIONS.items()
        if (names & has if key != _LEADS else _led_by(kind))
    }
    words = "、".join([*usable.values(), "--text"])
    for key, (option, _) in _OPTIONS.items():
        if getattr(chosen, key) and key not in usable:
            raise LedgerError(f"{word}不能用 {option} 筛选；可用 {words}")
    if chosen.figures or chosen.issued_for is not None:
        raise LedgerError(f"--status、--issued-for 筛选的是事项和方案；{word}可用 {words}")


def _led_by(kind: ThingType[object]) -> frozenset[str]:
    """The keys under which stands who is responsible, of the thing or of what it lists: who only takes part does not lead."""
    own = {f.key for f in form(kind.record) if f.naming == "unit" and f.key in {kind.unit, _LEAD}}
    within = {i.key for f in form(kind.record) if f.inner for i in form(f.inner) if i.key == _LEAD}
    return frozenset(own | within)


def fits_thing(thing: ThingStanding[object], ledger: Ledger, chosen: Selection) -> bool:
    """Whether every filter that was given names something that the thing names; units as they are called on the day."""
    named = list(names_in(thing.record))
    leads = [n for n in named if _led_by(thing.course.type) & {n.pointer[0], _key(n)}]
    return (chosen.text is None or chosen.text in thing.course.title) and all(
        _meets(
            {n.text for n in (leads if key == _LEADS else named) if n.what in names},
            getattr(chosen, key),
            key,
            ledger,
            thing.course.day,
        )
        for key, (_, names) in _OPTIONS.items()
    )


def _key(name: NameAt) -> str:
    return next(step for step in reversed(name.pointer) if isinstance(step, str))


def _meets(found: Iterable[str], asked: tuple[str, ...], key: str, ledger: Ledger, day: date) -> bool:
    if not asked:
        return True
    if key == "plans":
        found = {text.partition("/")[0] for text in found}
    elif key in {"groups", _LEADS, "units"}:
        found = {ledger.units.current(text, day) for text in found}
    return bool(set(found or {NOTHING}) & set(asked))
