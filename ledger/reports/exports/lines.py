"""Plans as records, one a line: a plan with its parts and log, then each of its items; then what registers hold.

Nothing is lost.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ledger.loading.written import written
from ledger.measures.holdings import Holding
from ledger.model.plans import Plan


def records(plans: Iterable[Plan]) -> Iterator[dict[str, Any]]:
    """Keys and values as files spell them, every scalar a text; ``record`` says what it is, ``plan`` whose item."""
    for plan in plans:
        fields = written(plan)
        items = fields.pop("items", [])
        yield {"record": "plan", **fields}
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict):
                yield {"record": "item", "plan": plan.id, **item}


def thing_records(things: Iterable[Holding]) -> Iterator[dict[str, Any]]:
    """Each with what stands in it; ``record`` says what it is."""
    return ({"record": holding.type.kind, **written(holding.record)} for holding in things)
