"""``ledger assess --round``: sheets of assessment, shown or written for those who fill them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Option

from ledger.actions.packing import file_names, packed
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.checks.run import judge
from ledger.commands.options import Folder, Output, When, Where
from ledger.commands.printing import deliver, refuse
from ledger.commands.progress import watched
from ledger.commands.remarks import allowed_errors
from ledger.commands.session import Session, open_session
from ledger.files.tree import shown
from ledger.measures.assessing import in_scope, round_named
from ledger.model.plans import Plan
from ledger.render.answer import Answer

if TYPE_CHECKING:
    pass

_UNFIT = "台账有未读入的文件或错误，不能据以评估；先按上面的提示改正"


@dataclass(frozen=True, slots=True)
class Sending:
    """Which sheets are made."""

    all_: Annotated[bool, Option("--all", help="全部在督方案：正式印发满半年、没有销账的")] = False
    round: Annotated[
        str | None, Option("--round", metavar="年中|年底", help="哪一轮：年中督察、年底自查")
    ] = None
    out: Annotated[Path | None, Option("--out", metavar="文件夹", help="事项表写到哪个文件夹")] = None


def send(where: Folder, when: When, sending: Sending, names: list[str], output: Output) -> int:
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
