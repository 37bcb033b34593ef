"""``ledger pack``."""

from pathlib import Path
from typing import Annotated

from typer import Option

from ledger.actions.packing import file_names, packed
from ledger.base.diagnostics import has_errors
from ledger.base.errors import LedgerError
from ledger.checks.run import judge
from ledger.commands.command import command
from ledger.commands.options import Folder, Output, When, Where
from ledger.commands.printing import deliver, must_print, refuse
from ledger.commands.progress import watched
from ledger.commands.remarks import allowed_errors
from ledger.commands.session import open_session
from ledger.files.tree import shown
from ledger.render.answer import Answer
from ledger.reports.packed import packed_report
from ledger.reports.packs import packs, workbook

_UNFIT = "台账有未读入的文件或错误，不能据以发表；先按上面的提示改正"


@command("pack")
def run(
    where: Folder,
    output: Output,
    out: Annotated[Path, Option("--out", metavar="文件夹", help="写到哪个文件夹，如 分发/2017-11")],
    month: Annotated[
        str | None, Option("--month", metavar="月份", help="报哪个月，如 2017-10；不写则为截止日所在的月")
    ] = None,
) -> int:
    """每月报送：给每个有未办结事项的牵头单位写一份 Excel 表，台账里有的都已填好，各单位只填三列；收回用 ledger collect。

    例：ledger pack --month 2017-10 --out 分发；已有的文件不覆盖，怕有人填过
    """
    must_print(output)
    session = open_session(Where(where.ledger), When(month=month))
    day = session.day.date
    if session.day.forecast:
        raise LedgerError(f"{month} 还没有到，逾期和状态都说不准；到了那个月再发")
    verdict = judge(session.ledger, session.sources, day)
    if has_errors(verdict.findings):
        return refuse(Answer("pack", day, None, None, verdict.findings), output, _UNFIT)
    from ledger.render.workbook import workbook_bytes  # noqa: PLC0415 - who is refused waits for nothing

    asked = month or f"{day:%Y-%m}"
    books = packs(session.ledger, asked, day)
    names = file_names(asked, [pack.sent.unit for pack in books])
    office = session.ledger.settings.office
    made = {names[p.sent.unit]: workbook_bytes(workbook(p, office)) for p in watched(books, "填写报送表")}
    writes = packed(out, made)
    new = {path.name for path in writes.new}
    writes.apply()
    report = packed_report(asked, day, shown(str(out)), books, names, new)
    return deliver(session.answer("pack", report, allowed_errors(verdict.allowed)), output)
