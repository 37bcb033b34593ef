"""``ledger check``."""

import sys
from typing import Annotated

from typer import Option

from ledger.checks.run import check
from ledger.commands.command import command
from ledger.commands.options import Findings, When, Where
from ledger.commands.printing import deliver_diagnostics
from ledger.commands.session import open_session
from ledger.render.answer import Answer
from ledger.reports.blocks import Report


@command("check")
def run(
    where: Where,
    when: When,
    output: Findings,
    strict: Annotated[bool, Option("--strict", help="有警告时退出码也为 1")] = False,
) -> int:
    """检查台账：一次列出所有文件的所有问题，每个问题有代码、位置和改法。

    例：ledger check；ledger check --format github
    """
    session = open_session(where, when)
    day = session.day.date
    found = check(session.ledger, session.sources, day)
    report = Report(session.ledger.settings.name, day, (), {})
    answer = Answer("check", day, report, session.revision, found)
    code = deliver_diagnostics(answer, output, strict=strict)
    if not found and sys.stdout.isatty() and output.format == "text":
        print(f"没有问题：{len(session.ledger.plans)} 个方案，{len(session.items)} 项")  # noqa: T201
    return code
