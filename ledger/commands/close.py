"""``ledger close``."""

import sys
from typing import Annotated

from typer import Argument, Option

from ledger.actions.closing import must_be_ready, request_of
from ledger.actions.outcome import result_of
from ledger.actions.recording import spliced
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.checks.run import check
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver, must_print, refuse, say
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.store import Store
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.measures.closing import Closing, closing_of
from ledger.measures.standing import Standing
from ledger.render.answer import Answer
from ledger.reports.closing import closing_report, closings_report

_UNREAD = "台账有读不进来的文件，不能据以申请销账；先按上面的提示改正"
_REFUSED = "照这样申请，就通不过上面的检查，所以没有改动任何文件"


@command("close", kept=True)
def run(
    where: Where,
    when: When,
    output: Output,
    plan: Annotated[
        str | None, Argument(metavar="[方案]", help="方案的编号；不写则列出没有销账的全部方案")
    ] = None,
    write: Annotated[bool, Option("--write", help="三关都过的，记 申请销账，销账请示写到 closures/")] = False,
) -> int:
    """方案销账：质量、任务、满意三关过没有，差在哪里；都过的，--write 记 申请销账，写出销账请示。

    例：ledger close；ledger close zb-2017-05；ledger close zb-2017-09 --write
    """
    if plan is None and write:
        raise LedgerError("申请销账要写明是哪个方案")
    must_print(output)
    with writing_session(where, when, wanted=write) as (session, store):
        if plan is None:
            return deliver(session.answer("close", closings_report(_open(session), session.day.date)), output)
        closing = _closing(session, plan)
        if store is not None:
            return _write(session, store, closing, output)
        return deliver(session.answer("close", closing_report(closing, session.day.date)), output)


def _closing(session: Session, name: str) -> Closing:
    plan = session.ledger.plan(name)
    if plan is None:
        hint = did_you_mean(name, [p.id for p in session.ledger.plans]) or "用 ledger list plans 查看编号"
        raise LedgerError(f"没有{quoted(name)}这个方案；{hint}")
    return closing_of(plan, session.ledger, session.day.date)


def _open(session: Session) -> list[Closing]:
    ledger, day = session.ledger, session.day.date
    by_plan = {id(p.plan): (p.plan, list[Standing]()) for p in session.plans if p.closed is None}
    for standing in session.all_items:
        if id(standing.plan) in by_plan:
            by_plan[id(standing.plan)][1].append(standing)
    return [closing_of(plan, ledger, day, items) for plan, items in by_plan.values()]


def _write(session: Session, store: Store, closing: Closing, output: Output) -> int:
    """The entry and the paper, both or neither; what the gates rest on must still be as it was read."""
    if session.day.forecast:
        raise LedgerError(f"{session.day.date} 还没有到，不能先申请")
    if has_errors(session.ledger.problems):
        answer = Answer("close", session.day.date, None, None, session.ledger.problems)
        return refuse(answer, output, _UNREAD)
    must_be_ready(closing)
    day = session.day.date
    request = request_of(closing, session.ledger, WorkTree(session.folder).prefix, today())
    path = session.folder / request.name
    if path.exists():
        raise LedgerError(f"{request.name} 已经有了；不再用的，先移走")
    source = request.added.target.log.path
    before = session.sources.contents[source]
    after = spliced(before, [request.added])
    result = result_of(WorkTree(session.folder), {session.name_of(source): after}, day, session.sources)
    fresh = [] if not result.findings else result.new(check(session.ledger, session.sources, day))
    if has_errors(fresh):
        return refuse(Answer("close", day, None, None, fresh), output, _REFUSED)
    writes = WriteSet()
    writes.edit(session.on_disk(source), before, after)
    writes.create(path, request.paper)
    writes.expect_all(session.read)
    writes.apply(store)
    if output.format == "json":
        made = next(p for p in result.ledger.plans if p.id == closing.plan.plan.id)
        report = closing_report(closing_of(made, result.ledger, day), day)
        return deliver(session.answer("close", report), output)
    say(writes.preview(session.top))
    print(f"已申请销账，请示在 {request.name}", file=sys.stderr)  # noqa: T201
    return 0
