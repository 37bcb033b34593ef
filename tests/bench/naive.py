"""The obvious tool, for comparison: typer, pydantic models, ruamel's round-trip reader, a table by rich. No cache.

It answers what ``ledger status`` answers of items, on the ledgers of ``generate.py`` and no others.
"""

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal

import typer
from pydantic import BaseModel, ConfigDict, Field
from rich.console import Console
from rich.table import Table
from ruamel.yaml import YAML


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Evidence(Strict):
    number: str
    kind: Literal["制度成果", "实践成果"]


class Entry(Strict):
    date: date
    event: str
    by: str | None = None
    percent: Annotated[int | None, Field(ge=0, le=100)] = None
    note: str | None = None
    evidence: list[Evidence] = []


class Item(Strict):
    id: int
    title: str
    lead: str
    others: Annotated[list[str], Field(alias="with")]
    due: date
    log: list[Entry]


class Plan(Strict):
    id: str
    title: str
    field: str
    group: str
    lead: str
    log: list[Entry]
    items: list[Item]


def answer(folder: Path) -> dict[str, int | str]:
    """The counts of ``ledger status --format json``, under its names."""
    yaml = YAML(typ="rt")
    day = yaml.load(folder / "ledger.yaml")["as_of"]
    plans = [Plan.model_validate(yaml.load(path)) for path in sorted(folder.glob("*/p-*.yaml"))]
    counts = Counter(word for plan in plans for item in plan.items for word in _words(item, day))
    names = ("total", "completed", "in_progress", "not_started", "overdue", "late", "on_time", "due_soon")
    return {name: counts[name] for name in names} | {
        "rate": f"{counts['completed'] * 100 / counts['total']:.1f}"
    }


def _words(item: Item, day: date) -> list[str]:
    done = next((entry.date for entry in item.log if entry.event == "完成" and entry.date <= day), None)
    if done:
        return ["total", "completed", "late" if done > item.due else "on_time"]
    begun = any(entry.date <= day for entry in item.log)
    words = ["total", "in_progress" if begun else "not_started"]
    if item.due < day:
        return [*words, "overdue"]
    return [*words, "due_soon"] if item.due <= day + timedelta(days=30) else words


def main(folder: Path, *, as_json: Annotated[bool, typer.Option("--json")] = False) -> None:
    found = answer(folder)
    if as_json:
        print(json.dumps(found))
        return
    table = Table("", "")
    for name, count in found.items():
        table.add_row(name, str(count))
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)
