"""``ledger escalate``."""

import sys
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from typer import Option

from ledger.actions.gate import must_allow
from ledger.actions.issuing import draft
from ledger.actions.outcome import result_of
from ledger.actions.slip_files import files_of, schema_from
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.checks.run import judge
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.judging import issue_day
from ledger.commands.options import Output, When, Where
from ledger.commands.printing import deliver, must_print, refuse, say
from ledger.commands.progress import watching
from ledger.commands.remarks import allowed_errors
from ledger.commands.writing import writing_session
from ledger.files.tree import WorkTree
from ledger.files.writes import WriteSet
from ledger.measures.escalation import rulings
from ledger.measures.papers import issued_on
from ledger.measures.ruling_states import RULING_STATES
from ledger.measures.rulings import Ruling
from ledger.measures.states import state_named, takes
from ledger.model.numbers import register_order
from ledger.render.answer import Answer
from ledger.reports.escalation import Run, escalation

TRACKS = ("item", "docking")
_UNFIT = "台账有未读入的文件或错误，不能据以发单；先按 ledger check 的提示改正"
_REFUSED = "签发的单通不过检查，没有写入任何文件；先按上面的提示改正"


@dataclass(frozen=True, slots=True)
class Cases:
    """Which rows of a run."""

    track: Annotated[
        str | None, Option("--track", metavar="item|docking", help="只办一条轨道：改革事项，或对接上级文件")
    ] = None
    only: Annotated[
        str | None,
        Option(
            "--only",
            metavar="种类",
            help="只看一种：提示单、交办单、催办单、责令书、移交建议、暂不升级或积压清单",
        ),
    ] = None

    def named(self) -> str | None:
        """What --only says in English; raises LedgerError for words that are not known."""
        if self.track not in {None, *TRACKS}:
            raise LedgerError(f"--track 不能写“{self.track}”；可写 item、docking")
        return state_named(RULING_STATES, self.only, "--only") if self.only is not None else None

    def of(self, ruled: list[Ruling], only: str | None, day: date) -> list[Ruling]:
        """Those that fit ``only``."""
        asked = (only,) if only else ()
        mine = (r for r in ruled if self.track in {None, r.track})
        return [r for r in mine if takes(RULING_STATES, asked, r, day)]


@command("escalate", kept=True)
def run(
    where: Where,
    when: When,
    cases: Cases,
    output: Output,
    write: Annotated[bool, Option("--write", help="编号签发：每份单写一个文件，文稿在旁边")] = False,
    issued_on_day: Annotated[
        str | None,
        Option("--issued-on", metavar="日期", help="签发日期，各项期限从这一天起算；不写则为判定日"),
    ] = None,
    diff: Annotated[bool, Option("--diff", help="另外打印（将要）写入的全部内容")] = False,
) -> int:
    """三单一书：按月判定该发的提示单、交办单、催办单、责令书，逐行写明条款和理由；--write 编号签发。

    例：ledger escalate --month 2017-10；ledger escalate --month 2017-10 --issued-on 2017-11-01 --write
    """
    only = cases.named()
    if only and write:
        raise LedgerError("--only 只用来看，不能与 --write 同写")
    must_print(output)
    with writing_session(where, when, wanted=write) as (session, store):
        ledger, day = session.ledger, session.day.date
        verdict = judge(ledger, session.sources, day, watching("检查台账"))
        found = verdict.findings
        if has_errors(found):
            return refuse(Answer("escalate", day, None, session.revision, found), output, _UNFIT)
        ruled = cases.of(rulings(ledger, day, session.all_items), only, day)
        slips = draft(ledger, ruled, day, issue_day(issued_on_day, day, today()))
        files = files_of(slips, ledger, schema_from(session.folder)) if write or diff else {}
        writes = WriteSet()
        for name, content in files.items():
            writes.create(session.folder / name, content)
        patch = writes.preview(session.top) if diff else None
        policy = ledger.policies.on(day)
        earlier = [s for s in ledger.slips if s.as_of == day and issued_on(s, s.as_of.max) and not only]
        earlier.sort(key=register_order)
        report = escalation(
            Run(
                day=day,
                rulings=ruled,
                grouping=policy.ladder.grouping,
                policy=policy.from_,
                earlier=earlier,
                issued=slips if store is not None else None,
                forecast=session.day.forecast,
                titles={r.kind: r.title for r in policy.ladder.rungs if r.title},
                patch=patch,
                only=RULING_STATES[only].label if only else None,
            )
        )
        if store is not None:
            must_allow(ledger, ruled, day, forecast=session.day.forecast)
            result = result_of(WorkTree(session.folder), files, day, session.sources)
            if has_errors(result.findings):
                answer = Answer("escalate", day, None, session.revision, result.new(found))
                return refuse(answer, output, _REFUSED)
            writes.expect_all(session.read)
            writes.apply(store)
            if files and output.format != "json":
                print(f"已写 {len(files)} 个文件：{len(slips)} 份单和文稿", file=sys.stderr)  # noqa: T201
        code = deliver(session.answer("escalate", report, allowed_errors(verdict.allowed)), output)
        if patch and output.format in {"table", "plain", "markdown"}:  # json has it; rows have no room for it
            say(patch)
        return code
