"""Which things of a register the filters of the command line mean: by what their fields name."""

from collections.abc import Iterable
from datetime import date

from ledger.base.errors import LedgerError
from ledger.measures.selection import NOTHING, Selection
from ledger.measures.thing_states import ThingStanding
from ledger.model.forms import form, names_in
from ledger.model.ledger import Ledger
from ledger.model.register import ThingType

_OPTIONS = {
    "plans": ("--plan", frozenset({"plan", "item", "thing"})),
    "fields": ("--field", frozenset({"field"})),
    "groups": ("--group", frozenset({"group"})),
    "leads": ("--lead", frozenset({"unit"})),
    "units": ("--unit", frozenset({"unit", "decider", "group", "leader"})),
    "causes": ("--cause", frozenset({"cause"})),
}
"""What each filter goes by: texts that name one of these."""


def check_filters(kind: ThingType[object], word: str, chosen: Selection) -> None:
    """Raises LedgerError for a filter that such a thing has nothing for, naming those it has."""
    has = {field.naming for field in form(kind.record)} | {
        inner.naming for field in form(kind.record) if field.inner for inner in form(field.inner)
    }
    usable = [option for option, names in _OPTIONS.values() if names & has]
    for key, (option, names) in _OPTIONS.items():
        if getattr(chosen, key) and not names & has:
            raise LedgerError(f"{word}不能用 {option} 筛选；可用 {'、'.join([*usable, '--text'])}")
    if chosen.figures or chosen.issued_for is not None:
        raise LedgerError(
            f"--status、--issued-for 筛选的是事项和方案；{word}可用 {'、'.join([*usable, '--text'])}"
        )


def fits_thing(thing: ThingStanding[object], ledger: Ledger, chosen: Selection) -> bool:
    """Whether every filter that was given names something that the thing names; units as they are called on the day.

    --lead goes by who is responsible for the thing, where its type says which field that is.
    """
    named = list(names_in(thing.record))
    by, day = _responsible(thing.course.type), thing.course.day
    led = [n for n in named if n.pointer[0] == by] if by else named
    return (chosen.text is None or chosen.text in thing.course.title) and all(
        _meets(
            {n.text for n in (led if key == "leads" else named) if n.what in names},
            getattr(chosen, key), key, ledger, day,
        )
        for key, (_, names) in _OPTIONS.items()
    )  # fmt: skip


def _responsible(kind: ThingType[object]) -> str:
    """The field that says which unit is; empty where none does, or a leader is."""
    fields = form(kind.record)
    return next((f.key for f in fields if f.name == kind.unit and f.naming == "unit"), "")


def _meets(found: Iterable[str], asked: tuple[str, ...], key: str, ledger: Ledger, day: date) -> bool:
    if not asked:
        return True
    if key == "plans":
        found = {text.partition("/")[0] for text in found}
    elif key in {"groups", "leads", "units"}:
        found = {ledger.units.current(text, day) for text in found}
    return bool(set(found or {NOTHING}) & set(asked))
