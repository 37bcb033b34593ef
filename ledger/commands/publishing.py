"""Publishing a ranking: judged like every change, written once."""

import sys
from dataclasses import dataclass
from typing import Annotated

from typer import Option

from ledger.actions.outcome import result_of
from ledger.actions.publishing import Publication, file_name, must_be_publishable, ranking_text
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.checks.run import judge
from ledger.commands.clock import today
from ledger.commands.judging import past_day, unfinished_month
from ledger.commands.options import Output
from ledger.commands.printing import deliver, refuse, say
from ledger.commands.progress import watching
from ledger.commands.remarks import allowed_errors
from ledger.commands.session import Session
from ledger.files.store import Store
from ledger.files.tree import WorkTree
from ledger.files.witness import witness
from ledger.files.writes import WriteSet
from ledger.measures.scoring.month_ranking import MonthRanking, ranking_on
from ledger.measures.scoring.published import published_after
from ledger.render.answer import Answer
from ledger.reports.ranking import ranking_report

_UNFIT = "台账有未读入的文件或错误，不能据以公布排名；先按 ledger check 的提示改正"
_REFUSED = "照这样公布，就通不过上面的检查，所以没有改动任何文件"


@dataclass(frozen=True, slots=True)
class Publishing:
    """Whether to publish, by whom and when."""

    write: Annotated[bool, Option("--write", help="公布：写入 rankings/，以后不再改写")] = False
    by: Annotated[
        str | None, Option("--by", metavar="单位|领导", help="公布时：由谁公布，不写则为改革办")
    ] = None
    date: Annotated[
        str | None,
        Option("--date", metavar="日期", help="公布时：公布的日期，不写则为今天（归档台账为截止日）"),
    ] = None
    diff: Annotated[bool, Option("--diff", help="另外打印（将要）写入的文件")] = False

    def said(self, session: Session) -> Publication:
        """Raises LedgerError for a day before the period has ended or that has not come, and where nobody publishes."""
        end, settings = session.day.date, session.ledger.settings
        day = past_day(self.date, today()) if self.date is not None else settings.as_of or today()
        if day < end:
            raise LedgerError(f"公布日期 {day} 不能早于 {end}：那时这一期还没有过完")
        by = self.by or session.ledger.office(day) or settings.commission
        if not by:
            raise LedgerError("ledger.yaml 没有写 office（改革办），不知道由谁公布；用 --by 写明")
        return Publication(by, day)


def unfinished(session: Session) -> str:
    """Why the period cannot be ranked for good yet; nothing where it can."""
    return unfinished_month(session.day, session.ledger.settings.as_of)


def planned(session: Session, ranking: MonthRanking, asked: Publishing) -> WriteSet:
    """The file as it would be written; raises LedgerError where there is one that was not read."""
    witness().disturbed()
    path = session.folder / file_name(ranking.month)
    if path.exists():
        raise LedgerError(f"{file_name(ranking.month)} 已经有了，没有读入；先按 ledger check 改好那个文件")
    writes = WriteSet()
    writes.create(path, ranking_text(ranking, asked.said(session), session.folder).encode())
    return writes


def publish(session: Session, store: Store, ranking: MonthRanking, asked: Publishing, output: Output) -> int:
    """Raises LedgerError for what cannot be published; refuses where the rules find an error, before or after."""
    day = session.day.date
    verdict = judge(session.ledger, session.sources, day, watching("检查台账"))
    if has_errors(verdict.findings):
        return refuse(Answer("rank", day, None, session.revision, verdict.findings), output, _UNFIT)
    must_be_publishable(ranking)
    if why := unfinished(session):
        raise LedgerError(f"{why}，不能公布；不加 --write 可以先看")
    name, writes = file_name(ranking.month), planned(session, ranking, asked)
    changed = {name: writes.new[session.folder / name]}
    result = result_of(WorkTree(session.folder), changed, day, session.sources)
    if has_errors(fresh := result.new(verdict.findings)):
        return refuse(Answer("rank", day, None, session.revision, fresh), output, _REFUSED)
    patch = writes.preview(session.top)
    writes.expect_all(session.read)
    writes.apply(store)
    _tell(session, ranking, name, allowed_errors(verdict.allowed))
    if output.format == "json":
        made = ranking_on(result.ledger, day)
        assert made is not None  # noqa: S101 - the scheme is as it was
        return deliver(session.answer("rank", ranking_report(made, made.pools)), output)
    if asked.diff:
        say(patch)
    return 0


def _tell(session: Session, ranking: MonthRanking, name: str, allowed: str) -> None:
    later = published_after(session.ledger, ranking.month)
    late = f"{'、'.join(later)} 先已公布，那时的连续次数没有算这一期" if later else ""
    print("；".join(filter(None, (f"已公布，写入 {name}", late, allowed))), file=sys.stderr)  # noqa: T201
