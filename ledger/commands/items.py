"""``ledger items``."""

from ledger.commands.command import command
from ledger.commands.options import Output, When, Where, Which
from ledger.commands.printing import deliver
from ledger.commands.session import open_session
from ledger.reports.items import item_list


@command("items", kept=True)
def run(where: Where, when: When, which: Which, output: Output) -> int:
    """列出事项：用同样的筛选，任何一个数字都能列出它数了哪些事项。

    例：ledger items --lead 市财政局 --status 逾期；ledger items --status late --format csv
    """
    session = open_session(where, when, which)
    report = item_list("改革事项", session.day.date, session.items)
    return deliver(session.answer("items", report), output)
