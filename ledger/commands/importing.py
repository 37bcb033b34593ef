"""``ledger import``."""

import dataclasses
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.importing.home import Home
from ledger.actions.importing.importing import Brought, Import, importing
from ledger.actions.importing.orders import Orders
from ledger.actions.importing.preview import section_of
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.base.garbage import no_garbage_collection
from ledger.base.text import did_you_mean, quoted
from ledger.commands.command import command
from ledger.commands.judging import past_day
from ledger.commands.options import Folder, Names, Output, When
from ledger.commands.printing import IMPOSSIBLE, deliver, must_print
from ledger.commands.progress import steps
from ledger.commands.session import Session, today
from ledger.commands.writing import writing_session
from ledger.files.given import read_given
from ledger.files.sheets.reading import read_sheets
from ledger.files.tree import WorkTree, shown
from ledger.files.writes import WriteSet
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.exported import exported
from ledger.loading.sheets.reading import read_drafts
from ledger.loading.sheets.whole import LINES, whole_lines
from ledger.measures.plans import plan_standing
from ledger.model.ledger import Ledger
from ledger.reports.imported import Imported, imported


@dataclass(frozen=True, slots=True)
class Answers:
    """What the sheet leaves open."""

    plan: Annotated[str | None, Option("--plan", metavar="方案", help="是哪个方案；没有的，新建")] = None
    year: Annotated[int | None, Option("--year", metavar="年", help="没写年份的时限是哪一年")] = None
    lead: Annotated[str | None, Option("--lead", metavar="单位", help="没写谁牵头的各行，由哪个单位牵头")] = (
        None
    )
    by: Annotated[str | None, Option("--by", metavar="单位|领导", help="时限、牵头单位变了的，由谁决定")] = (
        None
    )
    date: Annotated[
        str | None, Option("--date", metavar="日期", help="表里的情况是哪一天的，不写则为今天")
    ] = None
    sheet: Annotated[
        Names, Option("--sheet", metavar="工作表", help="只读哪张工作表；可写几次，隐藏的也能指明")
    ] = None
    add_units: Annotated[bool, Option("--add-units", help="名册里没有的单位，登记到 units.yaml")] = False


@command("import")
def run(
    file: Annotated[Path, Argument(metavar="文件", help="xlsx、csv，或有表格的 docx")],
    where: Folder,
    answers: Answers,
    output: Output,
    write: Annotated[bool, Option("--write", help="写入台账；有一处读不懂就不写")] = False,
    partial: Annotated[bool, Option("--partial", help="与 --write 同用：读懂的先写，其余的留下")] = False,
    diff: Annotated[bool, Option("--diff", help="另外打印（将要）写入的全部内容")] = False,
) -> int:
    """导入表格：逐行说明读作什么、哪一格读不懂；新方案建文件，已有的只添记录；--write 写入。

    例：ledger import 任务分解表.xlsx --plan zb-2017-17 --year 2017；ledger import 进度表.csv --plan zb-2017-05 --write
    """
    if partial and not write:
        raise LedgerError("--partial 与 --write 同用；不写 --write 只是预览，什么也不写")
    must_print(output)
    with no_garbage_collection(), writing_session(where, When(), wanted=write) as (session, store):
        done = _import(file, session, answers)
        writes = _writes(session, done)
        refused = has_errors(done.others) or (has_errors(done.findings) and not partial)
        written = store is not None and not refused and bool(writes.paths)
        patch = writes.preview(session.top) if diff else None
        if written:
            writes.expect_all(session.read)
            writes.apply(store)
        report = imported(
            Imported(
                source=shown(str(file)),
                sections=[section_of(fate) for fate in done.fates],
                units=done.changes.units,
                findings=done.findings,
                written=written,
                patch=patch,
            ),
            session.day.date,
        )
        answer = session.answer("import", report)
        answer = dataclasses.replace(answer, diagnostics=[*answer.diagnostics, *done.findings])
        code = deliver(answer, output, told=True)
        said, failed = _said(done, writes, wanted=write, written=written)
        if output.format != "json":
            print(said, file=sys.stderr)  # noqa: T201
        return IMPOSSIBLE if failed else code


def _brought(file: Path, asked: Asked) -> Brought:
    """What the file holds, for people and as a whole."""
    path = shown(str(file))
    content = read_given(file)
    if file.suffix.lower() == LINES:
        return Brought(whole=whole_lines(path, content))
    whole, sheets = exported(read_sheets(path, file.name, content))
    return Brought(read_drafts(sheets, asked) if sheets.sheets or not whole else [], whole)


def _import(file: Path, session: Session, answers: Answers) -> Import:
    ledger, now = session.ledger, today()
    day = past_day(answers.date, now) if answers.date is not None else session.day.date
    asked = Asked(
        units=ledger.units,
        day=day,
        fields=ledger.settings.fields,
        year=answers.year,
        issued=_issued(ledger, answers.plan),
        lead=_unit(ledger, answers.lead, day) if answers.lead is not None else None,
        sheets=tuple(answers.sheet or ()),
    )
    orders = Orders(
        day=day,
        today=now,
        as_of=max(day, session.day.date),
        by=_decider(ledger, answers.by, day) if answers.by is not None else None,
        add_units=answers.add_units,
        year=answers.year,
    )
    home = Home(session.folder, WorkTree(session.folder).prefix, ledger, session.sources.contents)
    with steps("读取表格，与台账比对"):
        return importing(_brought(file, asked), answers.plan, home, session.sources, orders)


def _issued(ledger: Ledger, name: str | None) -> date | None:
    """The day of the plan's document, for time limits that are told from it."""
    plan = ledger.plan(name) if name is not None else None
    return plan_standing(plan, date.max).issued if plan else None


def _unit(ledger: Ledger, name: str, day: date) -> str:
    unit = ledger.units.find(name, day)
    if unit is None:
        raise LedgerError(
            f"没有{quoted(name)}这个单位；{did_you_mean(name, ledger.units.names) or '先在 units.yaml 登记'}"
        )
    return unit.id


def _decider(ledger: Ledger, name: str, day: date) -> str:
    return name if ledger.units.is_leader(name) else _unit(ledger, name, day)


def _writes(session: Session, done: Import) -> WriteSet:
    writes = WriteSet()
    for name, content in done.changes.files.items():
        path = session.folder / name
        before = session.read.get(path)
        if before is None:
            writes.create(path, content)
        else:
            writes.edit(path, before, content)
    return writes


def _said(done: Import, writes: WriteSet, *, wanted: bool, written: bool) -> tuple[str, bool]:
    """What became of it in a sentence, and whether what was asked for was refused."""
    rows = [row for fate in done.fates for row in fate.rows]
    refused = sum(has_errors(row.faults) for row in rows)
    files = len(writes.paths)
    if written:
        rest = f"；{refused} 行没有写入，见上面的错误" if refused else ""
        return f"已写 {files} 个文件{rest}", False
    if has_errors(done.findings):
        partly = "" if has_errors(done.others) or not files else "，或用 --write --partial 先写读懂的"
        what = f"有 {refused} 行读不懂或不能记" if refused else "表格有错"
        ask = f"{what}，没有写入任何文件；改好再导入{partly}"
        return (f"错误：{ask}", True) if wanted else (ask, False)
    if not files:
        return "没有要写的：表里的都已在台账里", False
    return f"只是预览，没有写入；核对后加 --write 写入 {files} 个文件", False
