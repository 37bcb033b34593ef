"""Everything of a ledger that a reviewer knows by a name: what is said of it, its log, and where it stands.

Two versions of a ledger are compared thing by thing.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ledger.base.diagnostics import Spot
from ledger.model.entries import Entry
from ledger.model.fields import spelling
from ledger.model.register import ThingType
from ledger.model.shelves import kind_words

PLAN, ITEM, NODE, PART = "plan", "item", "node", "part"
SLIP, ROW, UPSTREAM = "slip", "row", "upstream"  # a document stands in a register, and rules know it by name
UNIT, LEADER, POLICY, SETTINGS, CALENDAR = "unit", "leader", "policy", "settings", "calendar"
SCORING, SCORE_SHEET, SCORE, RANKING = "scoring", "score_sheet", "score", "ranking"

THINGS = {
    PLAN: "方案", ITEM: "事项", NODE: "节点", PART: "部分", SLIP: "三单一书", ROW: "单的行",
    UNIT: "单位", LEADER: "领导", POLICY: "督办规则", SETTINGS: "台账设置", CALENDAR: "工作日历", SCORING: "评分方案",
    **kind_words(),
}  # fmt: skip
"""Every kind of thing and what it is called."""

LOGGED = (PLAN, ITEM, SLIP, ROW, *kind_words())
"""Things that have a log."""

_INNER: "_Inner" = {
    "items": (ITEM, "/", None),
    "nodes": (NODE, "#", None),
    "parts": (PART, "：", None),
    "rows": (ROW, "/", None),
}
"""Lists of things within a thing, and what stands between its name and theirs."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing; ``fields`` hold what is said of it by the keys of files, without its log and the things in it."""

    kind: str
    subject: str
    spot: Spot
    fields: Mapping[str, Any]
    log: tuple[Entry, ...] = ()
    inner: tuple["Thing", ...] = field(default=(), repr=False)

    @property
    def key(self) -> tuple[str, str]:
        return (self.kind, self.subject)

    @property
    def title(self) -> str:
        return str(self.fields.get("title") or "")

    def entry_spot(self, number: int, *steps: str | int) -> Spot:
        """Where the entry of that number in its log stands."""
        return Spot(self.spot.path, (*self.spot.pointer, "log", number, *steps))

    def walk(self) -> Iterator["Thing"]:
        """Itself, then everything in it."""
        yield self
        for thing in self.inner:
            yield from thing.walk()


@dataclass(frozen=True, slots=True)
class Root:
    """A thing that stands in no other, not unfolded yet: two that are one ``record`` have nothing to compare."""

    kind: str
    subject: str
    record: Any
    spot: Spot
    type: ThingType[Any] | None = None

    @property
    def key(self) -> tuple[str, str]:
        return (self.kind, self.subject)

    def unfold(self) -> Thing:
        inner = {k: (t.kind, "/", t) for k, t in self.type.inner.items()} if self.type else _INNER
        return _thing(self.kind, self.subject, self.record, self.spot, inner)


_Inner = Mapping[str, tuple[str, str, "ThingType[Any] | None"]]


def _thing(kind: str, subject: str, record: Any, spot: Spot, known: _Inner) -> Thing:
    fields, log, inner = dict[str, Any](), tuple[Entry, ...](), list[Thing]()
    form: type = type(record)
    for name, key in spelling(form):
        value = getattr(record, name)
        if key == "log":
            log = value
        elif key in known:
            inner += _within(known[key], subject, value, Spot(spot.path, (*spot.pointer, key)))
        elif key != "id":
            fields.update(_flat(key, value))
    return Thing(kind, subject, spot, fields, log, tuple(inner))


def _within(
    known: "tuple[str, str, ThingType[Any] | None]", subject: str, records: Iterable[Any], spot: Spot
) -> Iterator[Thing]:
    kind, joint, form = known
    inner = {k: (t.kind, "/", t) for k, t in form.inner.items()} if form else _INNER
    for n, record in enumerate(records):
        at = Spot(spot.path, (*spot.pointer, n))
        yield _thing(kind, f"{subject}{joint}{record.id}", record, at, inner)


def _flat(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Rules within rules by a dotted key: ``ladder.rungs.2.after``; what is left out stands as None."""
    if (
        dataclasses.is_dataclass(value)
        and not isinstance(value, type)
        and hasattr(value, "__pydantic_config__")
    ):
        for name, inner in spelling(type(value)):
            yield from _flat(f"{key}.{inner}", getattr(value, name))
    elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
        for n, part in enumerate(value, 1):
            yield from _flat(f"{key}.{n}", part)
    elif value is not None and value is not False and value != ():  # 0 days are a limit
        yield key, value
