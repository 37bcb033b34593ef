"""A slip → its two files: the record, and the paper beside it, sealed."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from ledger.files.folder import PAPER_SUFFIX, PAPERS, SUFFIX
from ledger.files.scalars import scalar
from ledger.files.seal import seal
from ledger.files.witness import witness
from ledger.model.ledger import Ledger
from ledger.model.slips import SLIP_EVENTS, Row, Slip
from ledger.model.walks import counted
from ledger.render.papers.markdown import render
from ledger.reports.paper import Paper
from ledger.reports.slip_paper import paper_of

_SCHEMA = "slip.schema.json"


def schema_from(ledger: Path) -> str | None:
    """How a slip of the ledger in this folder points to its schema, where its repository keeps the published ones."""
    witness().disturbed()
    kept = (folder / "schemas" / _SCHEMA for folder in (ledger, ledger.parent))
    found = next((schema for schema in kept if schema.is_file()), None)
    return Path(os.path.relpath(found, ledger / PAPERS / "year")).as_posix() if found else None


def file_name(slip: Slip) -> str:
    """From the ledger's folder: ``slips/2017/TS-2017-025.yaml``, by the year of the id."""
    return f"{PAPERS}{slip.id.split('-')[1]}/{slip.id}{SUFFIX}"


def paper_name(path: str) -> str:
    """The paper beside the record."""
    return str(PurePosixPath(path).with_suffix(PAPER_SUFFIX))


def files_of(slips: Iterable[Slip], ledger: Ledger, schema: str | None) -> dict[str, bytes]:
    """Both files of every slip, by name; ``schema`` is where an editor finds the schema from the slips' folder."""
    files: dict[str, bytes] = {}
    for slip in slips:
        name = file_name(slip)
        files[name] = record_text(slip, schema).encode()
        files[paper_name(name)] = paper_text(slip, ledger).encode()
    return files


def paper_text(slip: Slip, ledger: Ledger, *, as_sent: bool = False) -> str:
    """The Markdown of the paper, with the seal that shows whether it is edited by hand.

    ``as_sent``: of a void paper what is handed out instead, which says so and has no seal.
    """
    paper = sent_paper(slip, ledger) if as_sent else paper_of(slip, ledger)
    text = render(paper)
    return text if paper.remark else seal(text, slip.id)


def sent_paper(slip: Slip, ledger: Ledger) -> Paper:
    """The paper as it is handed out now: a void one is marked."""
    paper = paper_of(slip, ledger)
    void = any(e.event == "作废" for e in counted(SLIP_EVENTS, slip.log, date.max))
    return replace(paper, remark="已作废") if void else paper


def record_text(slip: Slip, schema: str | None) -> str:
    """The YAML of a slip just issued: no row has been answered yet."""
    return "".join(f"{line}\n" for line in _lines(slip, schema))


def _lines(slip: Slip, schema: str | None) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    yield f"id: {slip.id}"
    yield f"kind: {slip.kind}"
    yield f"track: {slip.track}"
    yield f"number: {scalar(slip.number, flow=False)}"
    yield f"unit: {scalar(slip.unit, flow=False)}"
    yield f"as_of: {slip.as_of}"
    if slip.policy is not None:
        yield f"policy: {slip.policy}"
    yield f"reply_due: {slip.reply_due}"
    yield "log:"
    for entry in slip.log:
        yield f"  - date: {entry.date}"
        yield f"    event: {entry.event}"
        if entry.by:
            yield f"    by: {scalar(entry.by, flow=False)}"
    yield "rows:"
    for row in slip.rows:
        yield from _row(row)


def _row(row: Row) -> Iterator[str]:
    yield f"  - id: {row.id}"
    yield f"    subject: {scalar(row.subject, flow=False)}"
    if row.limit is not None:
        yield f"    limit: {row.limit}"
    yield "    log: []"
