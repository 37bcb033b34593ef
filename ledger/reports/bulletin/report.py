"""A bulletin as the answer of a command: its blocks, and every number with the query that lists what it counts."""

from collections.abc import Sequence
from typing import Any

from ledger.model.bulletins import Head
from ledger.reports.blocks import Block, Report
from ledger.reports.bulletin.edition import HEAD, TITLE, Edition, Passage
from ledger.reports.bulletin.figures import Number, Rate, Reading
from ledger.reports.words import iso

BRIEF, BRIEF_TITLE = "brief", "改革督察要情"
_KEYS = ("key", "section", "label", "value", "query")


def report_of(edition: Edition, head: Head, *, brief: bool = False) -> Report:
    """The whole issue, or the leaders' page alone."""
    passages = [p for p in edition.passages if p.key != HEAD and (not brief or p.key == BRIEF)]
    title = f"{BRIEF_TITLE if brief else TITLE} {edition.issue}{'（草稿）' if edition.draft else ''}"
    blocks: list[Block] = [block for passage in passages for block in passage.blocks]
    records = [_number(number, passage) for passage in passages for number in passage.numbers]
    data: dict[str, Any] = {**head_data(head), "sections": _sections(passages), "figures": records}
    return Report(title, edition.month.day, tuple(blocks), data, records, _KEYS)


def head_data(head: Head) -> dict[str, Any]:
    """The front matter."""
    return {
        "month": head.month,
        "number": head.number,
        "draft": head.draft,
        "population": head.population,
        "policy": iso(head.policy),
        "layout": head.layout,
        "tool": head.tool,
        "digest": head.digest,
        "commit": head.commit,
        "corrections": [
            {"date": iso(c.date), "tool": c.tool, "digest": c.digest, "commit": c.commit}
            for c in head.corrections
        ],
    }


def _sections(passages: Sequence[Passage]) -> list[dict[str, str]]:
    return [{"key": p.key, "title": p.title} for p in passages]


def _number(number: Number, passage: Passage) -> dict[str, Any]:
    """A rate has no rows of its own: it names the two numbers that it is made of. A reading prints itself."""
    said = {"key": number.key, "section": passage.key, "label": number.label, "value": number.value}
    said["unit"] = number.unit if isinstance(number, Reading) else ""
    if not isinstance(number, Rate):
        return {**said, "query": number.query, "of": None}
    return {**said, "query": None, "of": [number.part.key, number.whole.key]}
