"""``ledger reply``."""

from typing import Annotated

from typer import Argument, Option

from ledger.actions.recording import addition
from ledger.actions.targets import find_target, rows_to_answer
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.entering import day_of, enter, fields_of
from ledger.commands.options import Facts, Folder, Output, When
from ledger.commands.writing import writing_session


@command("reply")
def run(
    ref: Annotated[
        str, Argument(metavar="编号", help="单的编号（各行一并回复），或其中一行，如 TS-2017-025/1")
    ],
    where: Folder,
    output: Output,
    note: Annotated[str | None, Option("--note", metavar="文字", help="回复的内容")] = None,
    by: Annotated[str | None, Option("--by", metavar="单位|领导", help="由谁回复，不写则为主送单位")] = None,
    date: Annotated[str | None, Option("--date", metavar="日期", help="回复的日期，不写则为今天")] = None,
) -> int:
    """回复来单：不写行号的，一次回复还没有答复或被退回的各行。

    例：ledger reply TS-2017-025 --note 已知悉，按时限推进；ledger reply JB-2017-003/2 --note 附办理计划
    """
    with writing_session(where, When()) as (session, store):
        ledger = session.ledger
        when = day_of(Facts(date=date), session)
        slip, rows = rows_to_answer(ledger, ref, when)
        facts = Facts(date=date, by=by or ledger.units.current(slip.unit, when), note=note)
        added = [addition(find_target(ledger, row, "回复"), fields_of(facts), when, today()) for row in rows]
        return enter("reply", session, store, added, output, dated_by_default=date is None)
