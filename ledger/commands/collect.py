"""``ledger collect``."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from ledger.actions.collecting.collection import Collection, collection
from ledger.actions.collecting.entries import Ground
from ledger.actions.collecting.found import files_of, read_back
from ledger.base.days import NoSuchDay, parse_month
from ledger.base.diagnostics import Diagnostic
from ledger.base.errors import LedgerError
from ledger.checks.logs import logs
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.judging import past_day
from ledger.commands.options import Folder, Output, When
from ledger.commands.printing import deliver, must_print, refuse, say
from ledger.commands.progress import watched
from ledger.commands.remarks import listed
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.folder import find_ledger
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.loading.returns.batch import Batch, batch_of
from ledger.loading.returns.returned import Returned
from ledger.render.answer import Answer
from ledger.reports.returns.report import returns_report
from ledger.reports.returns.summary import Returns, who_is_wanting

if TYPE_CHECKING:
    from ledger.files.store import Store

_NOTHING = "没有一份读得了的报送表，什么也没有收"
_REFUSED = "照这样记下，就通不过上面的检查，又说不清是哪一行，所以没有改动任何文件"


@command("collect")
def run(
    files: Annotated[
        list[Path], Argument(metavar="文件...", help="收回的 .xlsx 文件；写文件夹则收其中全部，包括子文件夹")
    ],
    where: Folder,
    output: Output,
    month: Annotated[
        str | None,
        Option("--month", metavar="月份", help="收哪个月的；不写则以文件为准，几个月混在一起时要写"),
    ] = None,
    dated: Annotated[
        str | None, Option("--date", metavar="日期", help="记在哪一天，不写则为该月最后一天，月内则为今天")
    ] = None,
    write: Annotated[bool, Option("--write", help="记入台账；不写则只预览")] = False,
    diff: Annotated[bool, Option("--diff", help="另外打印（将要）写入的改动")] = False,
) -> int:
    """收回报送表：与发出时的底稿、现在的台账对照。先说谁没有交，再列要记的；对不上的、照抄上月的列出来，不猜。

    例：ledger collect 回收；ledger collect 回收/*.xlsx --write；同一份再收一次，不会重复记
    """
    must_print(output)
    find_ledger(Path.cwd(), where.ledger)
    found = [read_back(path) for path in watched(files_of(files), "读取报送表")]
    returned = [one for one in found if isinstance(one, Returned)]
    unread = [one for one in found if isinstance(one, Diagnostic)]
    if not returned:
        return refuse(Answer("collect", None, None, None, unread), output, _NOTHING)
    with writing_session(where, When(), wanted=write) as (session, store):
        if session.sources.unread:
            raise LedgerError(
                f"台账有文件读不了（{listed(session.sources)}），收了也对不上；先按 ledger check 改好"
            )
        batch = batch_of(returned, session.ledger.settings.name, _month(month))
        if not batch.units:
            return refuse(Answer("collect", None, None, None, [*unread, *batch.faults]), output, _NOTHING)
        ground = _ground(session, batch, dated)
        weighed = collection(batch, ground, day_given=dated is not None)
        return _finish(session, store, weighed, unread, output, when=ground.when, diff=diff)


def _month(written: str | None) -> str | None:
    if written is not None:
        try:
            parse_month(written)
        except NoSuchDay as error:
            raise LedgerError(str(error)) from None
    return written


def _ground(session: Session, batch: Batch, dated: str | None) -> Ground:
    """Raises LedgerError where the ledger has been closed before the day of what is reported."""
    when = past_day(dated, today()) if dated else min(parse_month(batch.month), today())
    closed = session.ledger.settings.as_of
    if closed is not None and closed < when:
        raise LedgerError(
            f"台账已按 ledger.yaml 的 as_of 归档在 {closed}，不能再记 {when} 的事；要接着用，先去掉 as_of"
        )
    by_ref = {log.ref: log for log in logs(session.ledger)}
    tree = WorkTree(session.folder)
    return Ground(tree, session.ledger, session.sources, session.day.date, when, today(), by_ref)


def _finish(
    session: Session,
    store: "Store | None",
    weighed: Collection,
    unread: list[Diagnostic],
    output: Output,
    *,
    when: date,
    diff: bool,
) -> int:
    written = weighed.written
    faults = [*unread, *weighed.faults, *written.objections, *written.warnings]
    if store is not None and written.objections:
        return refuse(Answer("collect", session.day.date, None, None, faults), output, _REFUSED)
    writes = WriteSet()
    writes.expect_all(session.read)
    for path, content in written.changed.items():
        writes.edit(session.on_disk(path), session.sources.contents[path], content)
    patch = writes.preview(session.top)
    if store is not None:
        writes.apply(store)
    returns = Returns(
        weighed.batch,
        written.verdicts,
        faults,
        [d.place.path for d in unread],
        when,
        store is not None,
        patch,
    )
    report = returns_report(returns, session.ledger, session.day.date)
    answer = session.answer("collect", report, who_is_wanting(returns))
    code = deliver(replace(answer, diagnostics=[*answer.diagnostics, *faults]), output, told=True)
    if diff and output.format != "json":
        say(patch)
    return code
