"""``ledger record``."""

from typing import Annotated

from typer import Argument

from ledger.actions.recording import addition, last_judged
from ledger.actions.targets import find_target
from ledger.commands.command import command
from ledger.commands.entering import day_of, enter, fields_of
from ledger.commands.options import Facts, Folder, Output, When
from ledger.commands.session import today
from ledger.commands.writing import writing_session


@command("record")
def run(
    ref: Annotated[str, Argument(metavar="编号", help="事项、节点、方案、单、单的一行或上级文件的编号")],
    event: Annotated[
        str, Argument(metavar="事件", help="如 启动、进展、完成、批准延期；也可写 start、complete")
    ],
    where: Folder,
    facts: Facts,
    output: Output,
) -> int:
    """记一条：核对事件此时能不能发生，在文件里添上这一条，别处一个字不动，并打印改动。

    例：ledger record zb-2017-05/1 完成 --evidence 云政办发〔2017〕31号:制度成果
    """
    with writing_session(where, When()) as (session, store):
        target = find_target(session.ledger, ref, event)
        judged = last_judged(session.ledger, target)
        added = addition(target, fields_of(facts), day_of(facts, session), today(), judged)
        return enter("record", session, store, [added], output, dated_by_default=facts.date is None)
