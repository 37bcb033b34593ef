"""``ledger bulletin``."""

import sys
from typing import Annotated

from typer import Option

from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.checks.run import judge
from ledger.commands.command import command
from ledger.commands.issue import Issue, open_issue
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import FAILED, deliver, deliver_text, must_print, refuse, say
from ledger.commands.progress import watching
from ledger.commands.remarks import allowed_errors
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.bulletin_markers import split
from ledger.files.store import Store
from ledger.files.tree import shown
from ledger.files.writes import WriteSet
from ledger.render.answer import Answer
from ledger.reports.bulletin.report import report_of

DOCX = "docx"
_UNFIT = "台账有未读入的文件或错误，不能据以写月报；先按 ledger check 的提示改正"


@command("bulletin", kept=True)
def run(
    where: Where,
    output: Output,
    month: Annotated[
        str | None, Option("--month", metavar="月份", help="哪个月的月报，如 2017-10；不写则为截止日所在的月")
    ] = None,
    number: Annotated[
        int | None, Option("--number", metavar="期号", min=1, help="当年第几期；不写则照原来的，没有则为月份")
    ] = None,
    brief: Annotated[bool, Option("--brief", help="只要领导看的一页要情")] = False,
    write: Annotated[
        bool, Option("--write", help="写入 bulletins/；人写的话保留，已入库的原数不动，另加更正")
    ] = False,
    diff: Annotated[bool, Option("--diff", help="另外打印（将要）写入的改动")] = False,
) -> int:
    """改革督察月报：各节都由台账算出，每个数都能列出它数了哪些；--format docx 按公文版式打印。

    例：ledger bulletin --month 2017-10；ledger bulletin --month 2017-10 --write；ledger bulletin --brief --format docx -o 要情.docx
    """
    if brief and write:
        raise LedgerError("要情是月报的一节，--write 写的是整期，不能与 --brief 一起写")
    if output.format != DOCX:
        must_print(output)
    with writing_session(where, When(month=month), wanted=write) as (session, store):
        issue = open_issue(session, number)
        if store is not None:
            return _write(session, store, issue, output, diff=diff)
        if output.format == DOCX:
            return _print(issue, output, session, brief=brief)
        if output.format == "markdown" and not brief:
            deliver_text(issue.text, output)
            return _said(session, issue, diff=diff)
        report = report_of(issue.edition, issue.head, brief=brief)
        code = deliver(session.answer("bulletin", report, *issue.remarks), output)
        if diff:
            say(issue.writes.preview(session.top))
        return code


def _said(session: Session, issue: Issue, *, diff: bool) -> int:
    """The file on stdout holds no remarks."""
    if issue.remarks:
        print(*issue.remarks, sep="\n", file=sys.stderr)  # noqa: T201
    if diff:
        sys.stderr.write(issue.writes.preview(session.top))
    return FAILED if has_errors(session.ledger.problems) else 0


def _print(issue: Issue, output: Output, session: Session, *, brief: bool) -> int:
    if output.output is None:
        raise LedgerError("docx 要用 -o 写明文件")
    from ledger.actions import bulletin_paper  # noqa: PLC0415 - 80 ms for those who print
    from ledger.render.papers.docx import render  # noqa: PLC0415

    edition = issue.edition
    paper = bulletin_paper.brief(edition) if brief else bulletin_paper.whole(edition, split(issue.text))
    writes = WriteSet()
    writes.put(output.output.absolute(), render(paper))
    writes.apply()
    print("；".join((f"已写 {output.output}", *issue.remarks)), file=sys.stderr)  # noqa: T201
    return FAILED if has_errors(session.ledger.problems) else 0


def _write(session: Session, store: Store, issue: Issue, output: Output, *, diff: bool) -> int:
    day = session.day.date
    verdict = judge(session.ledger, session.sources, day, watching("检查台账"))
    if has_errors(verdict.findings):
        return refuse(Answer("bulletin", day, None, session.revision, verdict.findings), output, _UNFIT)
    if issue.unfinished:
        raise LedgerError(f"{issue.unfinished}，不能写；不加 --write 可以先看")
    writes = issue.writes
    patch = writes.preview(session.top)
    writes.expect_all(session.read)
    writes.apply(store)
    name = shown(str(issue.path.relative_to(session.top)))
    told = f"已写 {name}" if writes.paths else f"{name} 没有改动"
    said = (told, issue.settled, *(() if issue.settled else issue.remarks), allowed_errors(verdict.allowed))
    print("；".join(filter(None, said)), file=sys.stderr)  # noqa: T201
    if output.format == "json":
        return deliver(session.answer("bulletin", report_of(issue.edition, issue.head)), output)
    if diff:
        deliver_text(patch, output)
    return 0
