"""``ledger paper --kind``: papers that the ledger drafts on a day, besides 三单一书."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from typer import Option

from ledger.base.errors import LedgerError
from ledger.commands.options import When, Where
from ledger.commands.printing import say
from ledger.commands.session import open_session
from ledger.files.writes import WriteSet
from ledger.reports.paper import Paper
from ledger.reports.paper_kind import PaperRequest, paper_kind


@dataclass(frozen=True, slots=True)
class Drafting:
    """Which paper, of which day, under which number."""

    kind: Annotated[
        str | None, Option("--kind", metavar="文种", help="拟一份督察结论、专项通报、提级通报等")
    ] = None
    day: Annotated[
        str | None, Option("--day", metavar="日期", help="有 --kind 时：按哪一天的情况，也是成文日期")
    ] = None
    number: Annotated[
        str | None, Option("--number", metavar="文号", help="有 --kind 时：文号；不写则是没有文号的代拟稿")
    ] = None

    @property
    def wanted(self) -> bool:
        """Raises LedgerError for what only a draft has: of 三单一书 day and number were settled when they were issued."""
        if self.kind is None and (self.day is not None or self.number is not None):
            raise LedgerError("--day、--number 要与 --kind 一起写；三单一书的日期和文号在签发时就定了")
        return self.kind is not None


def draft(where: Where, drafting: Drafting, refs: Sequence[str], form: str, to: Path | None) -> int:
    """Print one, or write it to a file; nothing of the ledger changes."""
    asked = paper_kind(drafting.kind or "")
    session = open_session(where, When(drafting.day))
    paper = asked.build(PaperRequest(session.ledger, session.day.date, tuple(refs), drafting.number or ""))
    if to is None:
        if form == "docx":
            raise LedgerError("docx 要用 -o 写明文件")
        say(_rendered(paper, form).decode())
        return 0
    if to.is_dir():
        raise LedgerError(f"-o 要写明文件；{to} 是文件夹")
    writes = WriteSet()
    writes.put(to.absolute(), _rendered(paper, form))
    writes.apply()
    print(f"已写{asked.word}到 {to}", file=sys.stderr)  # noqa: T201
    return 0


def _rendered(paper: Paper, form: str) -> bytes:
    if form == "markdown":
        from ledger.render.papers.markdown import render  # noqa: PLC0415

        return render(paper).encode()
    from ledger.render.papers.docx import render as document  # noqa: PLC0415 - 80 ms for those who print

    return document(paper)
