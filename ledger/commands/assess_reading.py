"""``ledger assess --read``: filled sheets come back, as a preview or into the ledger."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.checks.logs import logs
from ledger.commands.clock import today
from ledger.commands.judging import past_day
from ledger.commands.options import Folder, Output, When
from ledger.commands.printing import deliver, refuse, say
from ledger.commands.progress import watched
from ledger.commands.remarks import listed
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.folder import find_ledger
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.loading.returns.assessed import Assessed
from ledger.render.answer import Answer
from ledger.reports.assessed.report import ReadBack, read_back_report

if TYPE_CHECKING:
    from ledger.files.store import Store

_NOTHING = "没有一份读得了的督察评估事项表，什么也没有收"
_REFUSED = "照这样记下，就通不过上面的检查，所以没有改动任何文件"


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read back, and in whose name."""

    read: Annotated[bool, Option("--read", help="收回填好的表：写的是文件、文件夹")] = False
    by: Annotated[
        str | None, Option("--by", metavar="单位", help="由谁核验：报完成的，据以记 核验通过、核验退回")
    ] = None
    date: Annotated[str | None, Option("--date", metavar="日期", help="评估的那一天，不写则为今天")] = None
    into: Annotated[
        str | None, Option("--into", metavar="督察", help="问题列入哪一次督察，如 dc-2017-04")
    ] = None
    write: Annotated[bool, Option("--write", help="记入台账；不写则只预览")] = False
    diff: Annotated[bool, Option("--diff", help="另外打印（将要）写入的改动")] = False


def read_back(where: Folder, paths: list[Path], reading: Reading, output: Output) -> int:
    from ledger.actions.assessing.reading import assessed_file  # noqa: PLC0415 - spreadsheets are for those who read
    from ledger.actions.collecting.found import files_of  # noqa: PLC0415

    if not paths:
        raise LedgerError("收回哪些文件：写文件或文件夹")
    find_ledger(Path.cwd(), where.ledger)
    found = [assessed_file(path) for path in watched(files_of(paths), "读取事项表")]
    sheets = [one for one in found if isinstance(one, Assessed)]
    unread = [one for one in found if isinstance(one, Diagnostic)]
    if not sheets:
        return refuse(Answer("assess", None, None, None, unread), output, _NOTHING)
    with writing_session(where, When(), wanted=reading.write) as (session, store):
        if session.sources.unread:
            raise LedgerError(
                f"台账有文件读不了（{listed(session.sources)}），收了也对不上；先按 ledger check 改好"
            )
        return _finish(session, store, sheets, unread, reading, output)


def _finish(
    session: Session,
    store: "Store | None",
    found: list[Assessed],
    unread: list[Diagnostic],
    reading: Reading,
    output: Output,
) -> int:
    from ledger.actions.assessing.outcome import assessment  # noqa: PLC0415
    from ledger.actions.assessing.reading import sheets_of  # noqa: PLC0415
    from ledger.actions.collecting.entries import Ground  # noqa: PLC0415

    ledger, day = session.ledger, session.day.date
    when = _when(session, reading.date)
    by = ledger.units.current(_unit(session, reading.by), when) if reading.by else None
    sheets = sheets_of(found, ledger.settings.name)
    if when.year != sheets.year:
        raise LedgerError(f"收回的是 {sheets.year} 年的表，评估日 {when} 不在那一年；用 --date 写明是哪一天")
    by_ref = {log.ref: log for log in logs(ledger)}
    ground = Ground(WorkTree(session.folder), ledger, session.sources, day, when, today(), by_ref)
    done = assessment(sheets, ground, by, reading.into)
    faults = [
        *unread,
        *sheets.faults,
        *(f for row in done.rows for f in row.faults),
        *done.objections,
        *done.warnings,
    ]
    if store is not None and done.objections:
        return refuse(Answer("assess", day, None, None, faults), output, _REFUSED)
    writes = WriteSet()
    writes.expect_all(session.read)
    for path, content in done.changed.items():
        before = session.sources.contents.get(path)
        if before is None:
            writes.create(session.on_disk(path), content)
        else:
            writes.edit(session.on_disk(path), before, content)
    patch = writes.preview(session.top)
    if store is not None:
        writes.apply(store)
    round_ = done.round
    back = ReadBack(
        event=round_.event,
        year=round_.year,
        files=sheets.read,
        blank=sheets.blank,
        rows=done.rows,
        plans=done.events,
        inspection=round_.id,
        created=isinstance(round_.into, str),
        faults=faults,
        when=when,
        written=store is not None,
        changes=bool(done.changed),
        diff=patch,
    )
    answer = session.answer("assess", read_back_report(back, day))
    code = deliver(replace(answer, diagnostics=[*answer.diagnostics, *faults]), output, told=True)
    if reading.diff and output.format != "json":
        say(patch)
    return code


def _when(session: Session, written: str | None) -> date:
    """Raises LedgerError where the ledger was closed before that day."""
    when = past_day(written, today()) if written else session.day.date
    closed = session.ledger.settings.as_of
    if closed is not None and closed < when:
        raise LedgerError(
            f"台账已按 ledger.yaml 的 as_of 归档在 {closed}，不能再记 {when} 的事；要接着用，先去掉 as_of"
        )
    return when


def _unit(session: Session, name: str) -> str:
    names = list(session.ledger.units.names)
    if names and name not in names:
        hint = did_you_mean(name, names) or "用 ledger list units 查看"
        raise LedgerError(f"没有{quoted(name)}这个单位；{hint}")
    return name
