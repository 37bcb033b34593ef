"""``ledger list KIND``: one file a kind in ``reports/lists``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ledger.base.registry import Shelf
from ledger.measures.selection import Selection
from ledger.model.ledger import Ledger
from ledger.reports.blocks import Column, Report, Table, cells


@dataclass(frozen=True, slots=True)
class Listing:
    """A register that can be listed; ``build`` gets the filters, and uses those that mean something to it.

    ``has_open``: its things are settled one day, and --open lists those that are not.
    """

    kind: str
    label: str
    build: Callable[[Ledger, date, Selection], Report]
    has_open: bool = False


@cache
def listings() -> Mapping[str, Listing]:
    return Shelf("ledger.reports.lists", "LISTING", Listing)


def index_of_lists() -> Report:
    rows = [{"kind": x.kind, "label": x.label} for x in listings().values()]
    table = Table((Column("KIND"), Column("内容")), tuple(cells(r["kind"], r["label"]) for r in rows))
    return Report("可以列出的登记簿", None, (table,), {"lists": rows}, rows)
