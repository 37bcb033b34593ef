"""``ledger roadmap``."""

import sys
from typing import Annotated

from typer import Argument

from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import FAILED, deliver
from ledger.commands.session import Session, open_session, unread_plans
from ledger.files.writes import WriteSet
from ledger.measures.plan_progress import inspections_of, plan_progress
from ledger.measures.plans import plan_standing, tallies_by_plan
from ledger.measures.standing import standing_of
from ledger.model.plans import Plan
from ledger.reports.blocks import Report
from ledger.reports.paper import Paper
from ledger.reports.printed import parts
from ledger.reports.roadmap import Road, roadmap

DOCX = "docx"


@command("roadmap", kept=True)
def run(
    plan: Annotated[str, Argument(metavar="方案", help="方案的编号")],
    where: Where,
    when: When,
    output: Output,
) -> int:
    """一个方案的任务书、时间表（倒排工期）、路线图和四环；--format docx 按公文版式打印。

    例：ledger roadmap zb-2017-05；ledger roadmap zb-2017-05 --format docx -o 路线图.docx
    """
    if output.format == DOCX and output.output is None:
        raise LedgerError("docx 要用 -o 写明文件")
    session = open_session(where, when)
    report = roadmap(_road(session, _plan(session, plan)))
    if output.format != DOCX:
        return deliver(session.answer("roadmap", report), output)
    return _print(session, report, output)


def _plan(session: Session, ref: str) -> Plan:
    found = session.ledger.plan(ref)
    if found is not None:
        return found
    if ref in unread_plans(session.sources):
        raise LedgerError(f"{quoted(ref)}的文件有错，没有读入；运行 ledger check 查看")
    hint = did_you_mean(ref, [p.id for p in session.ledger.plans]) or "用 ledger list plans 查看编号"
    raise LedgerError(f"没有{quoted(ref)}这个方案；{hint}")


def _road(session: Session, plan: Plan) -> Road:
    ledger, day = session.ledger, session.day.date
    items = [standing_of(plan, item, ledger, day) for item in plan.items]
    progress = plan_progress(ledger, [plan_standing(plan, day)], tallies_by_plan(items, session.due_soon))
    named = [f"{i.date} {i.title}（{i.id}）" for i in inspections_of(ledger, plan.id, day)]
    return Road(progress[0], items, named)


def _print(session: Session, report: Report, output: Output) -> int:
    from ledger.render.papers.docx import render  # noqa: PLC0415 - 80 ms for those who print

    office = session.ledger.settings.office
    paper = Paper(
        agency=office,
        number="",
        title=report.title,
        addressees=(),
        body=parts(report.blocks),
        signed_by=office,
        day=session.day.date,
    )
    writes = WriteSet()
    if output.output is not None:
        writes.put(output.output.absolute(), render(paper))
    writes.apply()
    print(f"已写 {output.output}", file=sys.stderr)  # noqa: T201
    return FAILED if has_errors(session.ledger.problems) else 0
