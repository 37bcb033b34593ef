"""Sheets as drafts written by hand, imported into a ledger on disk without any file of an office."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ledger.actions.importing.home import Home
from ledger.actions.importing.importing import Brought, Import, importing
from ledger.actions.importing.orders import Orders
from ledger.base.days import parse_day
from ledger.base.diagnostics import Place
from ledger.files.tree import WorkTree
from ledger.loading.load import load
from ledger.loading.sheets.draft import DraftItem, DraftPart, DraftPlan, Progress

DAY = "2017-11-15"
_PROGRESS = ("state", "unfinished", "percent", "note", "evidence", "day")
_COLUMNS = ("title", "lead", "with", "part", "text", "due", "nodes", "focus", "start", *_PROGRESS)


def cell(row: int, column: str = "A") -> Place:
    return Place("表.xlsx", row, ord(column) - ord("A") + 1, cell=f"Sheet1!{column}{row}")


def row(number: int, **told: Any) -> DraftItem:
    """A row of the sheet and what it says; every key has a cell of its own, in the order in which it is told."""
    fields = {key: value for key, value in told.items() if key not in _PROGRESS}
    progress = {key: value for key, value in told.items() if key in _PROGRESS}
    if "with_" in fields:
        fields["with"] = fields.pop("with_")
    keys = ["state" if key == "unfinished" else key.rstrip("_") for key in told]
    return DraftItem(
        place=cell(number),
        fields=fields,
        places={key: cell(number, chr(ord("A") + n)) for n, key in enumerate(keys)},
        progress=Progress(**progress),
    )


def sheet(*rows: DraftItem, parts: Sequence[DraftPart] = (), **told: str) -> DraftPlan:
    return DraftPlan(fields=told, parts=tuple(parts), items=rows, columns=frozenset(_COLUMNS))


def imported(
    folder: Path, *drafts: DraftPlan, plan: str | None = None, day: str = DAY, **said: Any
) -> Import:
    """What the drafts come to in the ledger of that folder, said by somebody on ``day``."""
    ledger, sources = load(WorkTree(folder))
    when = parse_day(day)
    orders = Orders(day=when, today=parse_day(DAY), as_of=parse_day(DAY), **said)
    home = Home(folder, WorkTree(folder).prefix, ledger, sources.contents)
    return importing(Brought(drafts), plan, home, sources, orders)


def write(folder: Path, done: Import) -> None:
    """What ``--write`` would leave."""
    for name, content in done.changes.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)


def told(done: Import) -> list[str]:
    """Every finding: ``I141 Sheet1!B3``."""
    return [f"{d.code} {d.place.cell or d.place}" for d in done.findings]
