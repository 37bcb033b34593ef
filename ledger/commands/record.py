"""``ledger record``."""

import dataclasses
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.recording import addition, last_judged
from ledger.actions.targets import find_target
from ledger.base.errors import LedgerError
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.entering import day_of, enter, fields_of
from ledger.commands.options import Facts, Folder, Output, When
from ledger.commands.writing import writing_session

_BOTH = "要写编号和事件，如 ledger record zb-2017-05/1 启动；一次记许多条用 --from 表格.csv；见 ledger record --help"


@command("record")
def run(
    where: Folder,
    facts: Facts,
    output: Output,
    ref: Annotated[
        str | None, Argument(metavar="编号", help="事项、节点、方案、单、单的一行或上级文件的编号")
    ] = None,
    event: Annotated[
        str | None, Argument(metavar="事件", help="如 启动、进展、完成、批准延期；也可写 start、complete")
    ] = None,
    write: Annotated[bool, Option("--write", help="与 --from 文件 同用：写入；不写则只预览")] = False,
) -> int:
    """记一条：核对事件此时能不能发生，在文件里添上这一条，别处一个字不动，并打印改动。

    一次记许多条，用 --from 给一张表（csv 或 xlsx），列名为 编号、事件、日期、由谁、说明、佐证 等，全部通过才写。

    例：ledger record zb-2017-05/8 完成 --evidence 云政办发〔2017〕90号:制度成果；ledger record --from 例会.csv --write
    """
    if ref is None and facts.from_ is not None:
        return _table(where, facts, output, write=write)
    if ref is None or event is None:
        raise LedgerError(_BOTH)
    if write:
        raise LedgerError("只记一条的直接写入，不用 --write；它与 --from 文件 同用")
    with writing_session(where, When()) as (session, store):
        target = find_target(session.ledger, ref, event)
        judged = last_judged(session.ledger, target)
        added = addition(target, fields_of(facts), day_of(facts, session), today(), judged)
        return enter("record", session, store, [added], output, dated_by_default=facts.date is None)


def _table(where: Folder, facts: Facts, output: Output, *, write: bool) -> int:
    from ledger.commands.entering_rows import enter_rows  # noqa: PLC0415 - readers of tables are for those who have one

    more = dataclasses.replace(facts, from_=None, date=None)
    given = [f.name for f in dataclasses.fields(more) if getattr(more, f.name)]
    if given:
        raise LedgerError(f"用 --from 文件 时，--{given[0]} 写在表的一列里，不写在命令里（--date 除外）")
    return enter_rows(where, Path(str(facts.from_)), facts.date, output, write=write)
