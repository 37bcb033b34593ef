"""``ledger check``."""

import sys
from dataclasses import dataclass
from typing import Annotated

from typer import Option

from ledger.base.errors import LedgerError
from ledger.checks.allowances import Verdict
from ledger.checks.run import judge
from ledger.commands.command import command
from ledger.commands.options import Findings, When, Where
from ledger.commands.printing import deliver_diagnostics, deliver_text, must_print, say, verdict_of
from ledger.commands.progress import watching
from ledger.commands.session import Session, open_session
from ledger.render.answer import Answer, diagnostic_renderers
from ledger.reports.checked import Fixed, Past, checked, past_words


@dataclass(frozen=True, slots=True)
class Asked:
    """How much is looked at, and how strictly."""

    since: Annotated[
        str | None,
        Option("--since", metavar="版本", help="只查本分支从这个版本分出以后新增的问题，原有的只计数"),
    ] = None
    strict: Annotated[bool, Option("--strict", help="有警告时退出码也为 1")] = False
    audit: Annotated[
        bool, Option("--audit", help="另外查形式主义的苗头：照抄进展、月底突击、一份佐证多处用等（F 类）")
    ] = False


@command("check", kept=True)
def run(
    where: Where,
    when: When,
    output: Findings,
    asked: Asked,
    fix: Annotated[bool, Option("--fix", help="改好有把握的写法：别名改全称，日期改成规范写法")] = False,
    diff: Annotated[bool, Option("--diff", help="只看 --fix 会怎么改，不写入")] = False,
) -> int:
    """检查台账：一次列出所有文件的所有问题，每个问题有代码、位置和改法。

    例：ledger check；ledger check --since main --format github；ledger check --audit；ledger check --fix --diff
    """
    if asked.since is not None and (fix or diff):
        raise LedgerError("--fix、--diff 改的是全部文件，不能与 --since 一起写")
    if asked.audit and (fix or diff):
        raise LedgerError("--audit 查出的要人去核实，不能与 --fix、--diff 一起写")
    if asked.since is not None:
        return _since(where, when, output, asked.since, asked)
    if fix or diff:
        return _fix(where, when, output, strict=asked.strict, write=not diff)
    session = open_session(where, when)
    verdict = _judged(session, audit=asked.audit)
    return _deliver(_answer(session, verdict), session, output, strict=asked.strict)


def _judged(session: Session, *, audit: bool = False) -> Verdict:
    return judge(session.ledger, session.sources, session.day.date, watching("检查台账"), audit=audit)


def _answer(
    session: Session, verdict: Verdict, fixed: Fixed | None = None, past: Past | None = None
) -> Answer:
    day = session.day.date
    report = checked(session.ledger.settings.name, day, verdict.allowed, fixed, past)
    remarks = (past_words(past),) if past else ()
    return Answer("check", day, report, session.revision, verdict.findings, remarks, allowed=verdict.allowed)


def _deliver(answer: Answer, session: Session, output: Findings, *, strict: bool) -> int:
    code = deliver_diagnostics(answer, output, strict=strict)
    if not answer.diagnostics and sys.stdout.isatty() and output.format == "text":
        print(f"没有问题：{len(session.ledger.plans)} 个方案，{len(session.items)} 项")  # noqa: T201
    return code


def _since(where: Where, when: When, output: Findings, name: str, asked: Asked) -> int:
    from ledger.commands.since import since  # noqa: PLC0415 - a check of one version compares nothing

    session = open_session(where, when)
    found = since(session, name, _judged(session, audit=asked.audit), audit=asked.audit)
    answer = _answer(session, found.verdict, past=found.past)
    return _deliver(answer, session, output, strict=asked.strict)


def _fix(where: Where, when: When, output: Findings, *, strict: bool, write: bool) -> int:
    """Written: the patch, then what remains. Not written: the patch alone, and the exit code of a check."""
    from ledger.commands.mending import mend, remark  # noqa: PLC0415 - a check that only looks writes nothing
    from ledger.commands.writing import writing_session  # noqa: PLC0415 - neither

    if where.at is not None:
        raise LedgerError("--at 看的是过去的版本，不能修复")
    must_print(output, diagnostic_renderers())
    with writing_session(where, when, wanted=write) as (session, store):
        verdict = _judged(session)
        fixed = mend(session, store, verdict)
    if write:
        session = open_session(where, when)
        verdict = _judged(session)
    answer = _answer(session, verdict, fixed)
    if output.format == "json":
        return _deliver(answer, session, output, strict=strict)
    remark(fixed)
    if output.format == "text" and not write:
        deliver_text(fixed.diff, output)
        return verdict_of(answer, strict=strict)
    if output.format == "text":
        say(fixed.diff)
    else:
        sys.stderr.write(fixed.diff)
    return _deliver(answer, session, output, strict=strict)
