"""``ledger assess``."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from ledger.actions.packing import file_names, packed
from ledger.base.diagnostics import Diagnostic, has_errors
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.checks.logs import logs
from ledger.checks.run import judge
from ledger.commands.command import command
from ledger.commands.judging import past_day
from ledger.commands.options import Folder, Output, When, Where, Which
from ledger.commands.printing import deliver, must_print, refuse, say
from ledger.commands.progress import watched
from ledger.commands.remarks import allowed_errors, listed
from ledger.commands.session import Session, open_session, today
from ledger.commands.writing import writing_session
from ledger.files.tree import WorkTree, find_ledger, shown
from ledger.files.writes import WriteSet
from ledger.loading.returns.assessed import Assessed
from ledger.measures.assessing import in_scope, round_named
from ledger.measures.thing_selection import fits_thing
from ledger.measures.thing_states import thing_standings
from ledger.model.plans import Plan
from ledger.model.registers.problems import REGISTER as PROBLEMS
from ledger.render.answer import Answer
from ledger.reports.assessed.report import ReadBack, read_back_report
from ledger.reports.assessed.statistics import statistics_report

if TYPE_CHECKING:
    from ledger.files.store import Store

_UNFIT = "台账有未读入的文件或错误，不能据以评估；先按上面的提示改正"
_NOTHING = "没有一份读得了的督察评估事项表，什么也没有收"
_REFUSED = "照这样记下，就通不过上面的检查，所以没有改动任何文件"


@dataclass(frozen=True, slots=True)
class Sending:
    """Which sheets are made."""

    all_: Annotated[bool, Option("--all", help="全部在督方案：正式印发满半年、没有销账的")] = False
    round: Annotated[
        str | None, Option("--round", metavar="年中|年底", help="哪一轮：年中督察、年底自查")
    ] = None
    out: Annotated[Path | None, Option("--out", metavar="文件夹", help="事项表写到哪个文件夹")] = None


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


@command("assess")
def run(
    where: Folder,
    when: When,
    which: Which,
    sending: Sending,
    reading: Reading,
    output: Output,
    names: Annotated[
        list[str] | None, Argument(metavar="[方案|文件]...", help="方案的编号；加 --read 时是收回的文件")
    ] = None,
) -> int:
    """督察评估：三类事项统计表；--round 年中 是各方案的督察评估事项表，--out 写成 Excel 表发出，--read 收回填好的。

    例：ledger assess --all --round 年中 --out 评估；ledger assess --read 评估 --by 市委改革办 --write
    """
    must_print(output)
    if reading.read:
        if sending != Sending() or which != Which() or when != When():
            raise LedgerError("--read 收回的是文件，不能与 --out、--round、筛选、--day 一起写")
        return _read(where, [Path(name) for name in names or ()], reading, output)
    if reading != Reading():
        raise LedgerError("--by、--date、--into、--write、--diff 是收回时用的，要写 --read")
    if sending == Sending():
        return _statistics(where, when, replace(which, plan=[*(which.plan or ()), *(names or ())]), output)
    if which != Which():
        raise LedgerError("发事项表写方案的编号，或 --all，不能筛选")
    return _send(where, when, sending, list(names or ()), output)


def _statistics(where: Folder, when: When, which: Which, output: Output) -> int:
    session = open_session(Where(where.ledger), when, which)
    ledger, day, chosen = session.ledger, session.day.date, session.chosen
    only_items = chosen.figures or chosen.issued_for is not None
    problems = [] if only_items else thing_standings(ledger, day, PROBLEMS)
    known = [problem for problem in problems if fits_thing(problem, ledger, chosen)]
    return deliver(session.answer("assess", statistics_report(ledger, session.items, known, day)), output)


def _send(where: Folder, when: When, sending: Sending, names: list[str], output: Output) -> int:
    if sending.round is None:
        raise LedgerError("发事项表要写哪一轮：--round 年中 或 --round 年底")
    event = round_named(sending.round)
    session = open_session(Where(where.ledger), when)
    day = session.day.date
    if session.day.forecast:
        raise LedgerError(f"{day} 还没有到，状态说不准；到了那天再发")
    plans = _plans(session, names, every=sending.all_)
    from ledger.reports.assessment import (  # noqa: PLC0415 - spreadsheets are for those who send
        assessment_sheet,
        assessment_workbook,
        sheets_report,
        sheets_shown,
    )

    sheets = [assessment_sheet(plan, session.ledger, event, day) for plan in plans]
    out = sending.out
    if out is None:
        return deliver(session.answer("assess", sheets_shown(sheets, day)), output)
    verdict = judge(session.ledger, session.sources, day)
    if has_errors(verdict.findings):
        return refuse(Answer("assess", day, None, None, verdict.findings), output, _UNFIT)
    from ledger.render.workbook import workbook_bytes  # noqa: PLC0415 - who is refused waits for nothing

    files = file_names(f"{day.year}{event}", [sheet.plan.id for sheet in sheets])
    office = session.ledger.settings.office
    books = {
        files[s.plan.id]: workbook_bytes(assessment_workbook(s, office))
        for s in watched(sheets, "填写事项表")
    }
    writes = packed(out, books)
    new = {path.name for path in writes.new}
    writes.apply()
    report = sheets_report(sheets, list(files.values()), new, shown(str(out)), day)
    return deliver(session.answer("assess", report, allowed_errors(verdict.allowed)), output)


def _plans(session: Session, names: list[str], *, every: bool) -> list[Plan]:
    """Raises LedgerError for a plan that is not there, and where nobody says which."""
    if every and names:
        raise LedgerError("写了 --all，就不写方案的编号")
    if every:
        return in_scope(session.ledger, session.day.date)
    if not names:
        raise LedgerError("给哪些方案发事项表：写方案的编号，或 --all")
    known = {plan.id: plan for plan in session.ledger.plans}
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "用 ledger list plans 查看编号"
            raise LedgerError(f"没有{quoted(name)}这个方案；{hint}")
    return [known[name] for name in dict.fromkeys(names)]


def _read(where: Folder, paths: list[Path], reading: Reading, output: Output) -> int:
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
