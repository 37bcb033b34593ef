"""``ledger import``."""

import dataclasses
import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.importing.importing import Import
from ledger.actions.importing.preview import section_of, thing_sections
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.base.garbage import no_garbage_collection
from ledger.commands.bringing import Answers, bring
from ledger.commands.command import command
from ledger.commands.options import Folder, Output, When
from ledger.commands.printing import IMPOSSIBLE, deliver, must_print
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.tree import shown
from ledger.files.writes import WriteSet
from ledger.reports.import_lines import Imported
from ledger.reports.imported import imported


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

    登记簿的表用 --into，列名写字段的名称；已有的不改，不一样的指出来。

    例：ledger import 任务分解表.xlsx --plan zb-2017-17 --year 2017；ledger import 进度表.csv --plan zb-2017-05 --write

    例：ledger import 认领.csv --into claims
    """
    if partial and not write:
        raise LedgerError("--partial 与 --write 同用；不写 --write 只是预览，什么也不写")
    must_print(output)
    with no_garbage_collection(), writing_session(where, When(), wanted=write) as (session, store):
        done = bring(file, session, answers)
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
                things=thing_sections(done.things),
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
    rows = [row.faults for fate in done.fates for row in fate.rows] + [fate.faults for fate in done.things]
    refused = sum(map(has_errors, rows))
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
