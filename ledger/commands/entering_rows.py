"""``ledger record --from FILE``: a table's entries, shown, and written when every one of them stands."""

import sys
from pathlib import Path

from ledger.actions.recording_rows import Recorded, recording_rows
from ledger.actions.rows_judged import Ground
from ledger.base.diagnostics import Severity, has_errors
from ledger.commands.clock import today
from ledger.commands.judging import past_day
from ledger.commands.options import Folder, Output, When
from ledger.commands.printing import FAILED, deliver, deliver_text, must_print, refuse
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.given import read_given
from ledger.files.sheets.reading import read_sheets
from ledger.files.tree import WorkTree, shown
from ledger.files.writes import WriteSet
from ledger.loading.sheets.entry_rows import read_entry_rows
from ledger.render.answer import Answer, Screen, diagnostic_renderers
from ledger.reports.entered import entered_rows

_REFUSED = "表里有上面的问题，一条也没有记；改好后再运行"


def enter_rows(where: Folder, file: Path, dated: str | None, output: Output, *, write: bool) -> int:
    """Print what would change, or did. 1 when a row does not stand, 2 when it was to be written all the same."""
    must_print(output)
    path = shown(str(file))
    rows, faults = read_entry_rows(read_sheets(path, file.name, read_given(file)))
    with writing_session(where, When(), wanted=write) as (session, store):
        recorded = recording_rows(rows, _ground(session, dated))
        faults += recorded.faults
        if has_errors(faults):
            told = Answer("record", session.day.date, None, None, sorted(faults, key=lambda d: d.sort_key))
            code = refuse(told, output, _REFUSED)
            return code if write else FAILED
        writes = WriteSet()
        writes.expect_all(session.read)
        for name, after in recorded.changed.items():
            writes.edit(session.on_disk(name), session.sources.contents[name], after)
        diff = writes.preview(session.top)
        if store is not None:
            writes.apply(store)
    entries = [(added.target.log.path, row.at.cell, added) for row, added in recorded.additions]
    answer = Answer("record", session.day.date, entered_rows(entries, diff, session.day.date, written=write))
    if output.format == "json":
        return deliver(answer, output)
    deliver_text(diff, output)
    warnings = [d for d in faults if d.severity is Severity.WARNING]
    sys.stderr.write(
        diagnostic_renderers()["text"].render(Answer("record", None, None, None, warnings), Screen())
    )
    print(_said(recorded, write=write), file=sys.stderr)  # noqa: T201
    return 0


def _ground(session: Session, dated: str | None) -> Ground:
    when = past_day(dated, today()) if dated is not None else None
    return Ground(WorkTree(session.folder), session.ledger, session.sources, session.day.date, today(), when)


def _said(recorded: Recorded, *, write: bool) -> str:
    counts = f"{len(recorded.additions)} 条，{len(recorded.changed)} 个文件"
    return f"记了 {counts}" if write else f"要记 {counts}；没有写入，加 --write 写入"
