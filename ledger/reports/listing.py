"""``ledger list KIND``: one file a kind in ``reports/lists``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ledger.base.registry import Shelf
from ledger.measures.selection import Selection
from ledger.measures.states import State
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Cell, Column, Facts, Heading, Report, Table, cells

States = Mapping[str, State[Any]]


@dataclass(frozen=True, slots=True)
class Listing:
    """A register that can be listed; ``build`` gets the filters, and uses those that mean something to it.

    ``has_open``: its things are settled one day, and --open lists those that are not. ``states`` are what --state may
    name, ``kinds`` what --kind may: both have to fit.
    ``spec`` is the RegisterList of a list made of one.
    """

    kind: str
    label: str
    build: Callable[[Ledger, date, Selection], Report]
    has_open: bool = False
    states: States = field(default_factory=dict)
    kinds: States = field(default_factory=dict)
    spec: Any = None


@cache
def listings() -> Mapping[str, Listing]:
    return Shelf("ledger.reports.lists", "LISTING", Listing)


def narrowed(title: str, chosen: Selection, states: States, kinds: States | None = None) -> str:
    """The title of a list with what it leaves out: 三单一书登记簿（提示单，本月签发）."""
    asked = [_labels(kinds or {}, chosen.kinds), _labels(states, chosen.states)]
    asked.append("未办结" if chosen.only_open else "")
    words = "，".join(filter(None, asked))
    return f"{title}（{words}）" if words else title


def _labels(states: States, names: Sequence[str]) -> str:
    return "、".join(states[name].label for name in names)


def index_of_lists() -> Report:
    known = list(listings().values())
    table = Table((Column("登记簿"), Column("内容")), tuple(cells(x.kind, x.label) for x in known))
    words = [(f"{x.kind} {option}", _words(found)) for x in known for option, found in _options(x) if found]
    heads: list[dict[str, Any]] = [{"kind": x.kind, "label": x.label} for x in known]
    data = [
        head | {"states": _data(x.states), "kinds": _data(x.kinds)} | _of_spec(x)
        for head, x in zip(heads, known, strict=True)
    ]
    records = [
        head | {"states": list(x.states), "kinds": list(x.kinds)}
        for head, x in zip(heads, known, strict=True)
    ]
    blocks = (
        table,
        Heading("--state、--kind 可以写（也可写英文，见 --format json）", 2),
        Facts(tuple(words)),
    )
    return Report("可以列出的登记簿", None, blocks, {"lists": data}, records)


def _options(listing: Listing) -> tuple[tuple[str, States], ...]:
    return (("--state", listing.states), ("--kind", listing.kinds))


def _words(states: States) -> Cell:
    return Cell("、".join(state.label for state in states.values()))


def _of_spec(listing: Listing) -> dict[str, Any]:
    """The columns and figures that are its own."""
    columns = listing.spec.columns if listing.spec else ()
    figures = listing.spec.figures if listing.spec else ()
    return {
        "columns": [{"id": c.key, "label": c.head} for c in columns],
        "figures": [{"id": f.name, "label": f.label} for f in figures],
    }


def _data(states: States) -> list[dict[str, str]]:
    return [{"id": name, "label": state.label} for name, state in states.items()]
