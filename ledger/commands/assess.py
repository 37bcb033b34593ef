"""``ledger assess``."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from ledger.base.errors import LedgerError
from ledger.commands.command import command
from ledger.commands.options import Folder, Output, When, Where, Which
from ledger.commands.printing import deliver, must_print
from ledger.commands.session import open_session
from ledger.measures.thing_selection import fits_thing
from ledger.measures.thing_states import thing_standings
from ledger.model.registers.problems import REGISTER as PROBLEMS
from ledger.reports.assessed.statistics import statistics_report

if TYPE_CHECKING:
    pass

from ledger.commands.assess_reading import Reading, read_back
from ledger.commands.assess_sending import Sending, send


@command("assess", kept=True)
def run(
    where: Folder,
    when: When,
    which: Which,
    sending: Sending,
    reading: Reading,
    output: Output,
    names: Annotated[
        list[str] | None, Argument(metavar="[方案|文件]...", help="方案的编号；加 --read 时是收回的文件")
    ] = None,
) -> int:
    """督察评估：三类事项统计表；--round 年中 是各方案的督察评估事项表，--out 写成 Excel 表发出，--read 收回填好的。

    例：ledger assess --all --round 年中 --out 评估；ledger assess --read 评估 --by 市委改革办 --write
    """
    must_print(output)
    if reading.read:
        if sending != Sending() or which != Which() or when != When():
            raise LedgerError("--read 收回的是文件，不能与 --out、--round、筛选、--day 一起写")
        return read_back(where, [Path(name) for name in names or ()], reading, output)
    if reading != Reading():
        raise LedgerError("--by、--date、--into、--write、--diff 是收回时用的，要写 --read")
    if sending == Sending():
        return _statistics(where, when, replace(which, plan=[*(which.plan or ()), *(names or ())]), output)
    if which != Which():
        raise LedgerError("发事项表写方案的编号，或 --all，不能筛选")
    return send(where, when, sending, list(names or ()), output)


def _statistics(where: Folder, when: When, which: Which, output: Output) -> int:
    session = open_session(Where(where.ledger), when, which)
    ledger, day, chosen = session.ledger, session.day.date, session.chosen
    only_items = chosen.figures or chosen.issued_for is not None
    problems = [] if only_items else thing_standings(ledger, day, PROBLEMS)
    known = [problem for problem in problems if fits_thing(problem, ledger, chosen)]
    return deliver(session.answer("assess", statistics_report(ledger, session.items, known, day)), output)
