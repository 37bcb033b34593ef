"""``ledger paper``."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from ledger.actions.slip_files import paper_name, paper_text, sent_paper
from ledger.base.days import NoSuchDay, parse_month
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.commands.command import command
from ledger.commands.official import Drafting, draft
from ledger.commands.options import When, Where
from ledger.commands.printing import say
from ledger.commands.session import Session
from ledger.commands.writing import writing_session
from ledger.files.store import Store
from ledger.files.writes import WriteSet
from ledger.measures.papers import issued_on
from ledger.model.slips import Slip

SUFFIXES = {"markdown": ".md", "docx": ".docx"}


@command("paper", kept=True)
def run(
    where: Where,
    drafting: Drafting,
    refs: Annotated[
        list[str] | None,
        Argument(metavar="[编号]...", help="单的编号，可写几个；有 --kind 时是督察编号或单位"),
    ] = None,
    month: Annotated[str | None, Option("--month", metavar="月份", help="这个月签发的全部")] = None,
    form: Annotated[
        str | None,
        Option("--format", metavar="格式", help="markdown（默认）或 docx；也看 -o 的后缀"),
    ] = None,
    to: Annotated[
        Path | None,
        Option("-o", "--output", metavar="文件|文件夹", help="一份写到文件；几份写到文件夹，以编号为名"),
    ] = None,
    write: Annotated[bool, Option("--write", help="在单的旁边补上或恢复 Markdown 文稿")] = False,
) -> int:
    """三单一书和督察结论、通报的文稿：Markdown，或符合 GB/T 9704-2012 的 docx。

    例：ledger paper TS-2017-025；ledger paper --month 2017-10 --format docx -o 打印；
    ledger paper dc-2017-01 --kind 督察结论 -o 结论.docx；ledger paper 市农业局 --kind 提级通报
    """
    form = form or ("docx" if to is not None and to.suffix == SUFFIXES["docx"] else "markdown")
    if form not in SUFFIXES:
        raise LedgerError(f"--format 不能写“{form}”；可写 {'、'.join(SUFFIXES)}")
    if write and to is not None:
        raise LedgerError("--write 写在单的旁边，-o 写到别处，只能写一个")
    if drafting.wanted:
        if write or month is not None:
            raise LedgerError("--write、--month 是三单一书的；有 --kind 时不能写")
        return draft(where, drafting, refs or [], form, to)
    with writing_session(where, When(), wanted=write) as (session, store):
        slips = _chosen(session, refs or [], month)
        if store is not None:
            return _restore(session, slips, store)
        if to is None and (form == "docx" or len(slips) > 1):
            raise LedgerError("docx 和几份文稿要用 -o 写明文件或文件夹")
        render = _renderer(session, form)
        if to is None:
            say(render(slips[0]).decode())
            return 0
        writes = WriteSet()
        for slip in slips:
            single = len(slips) == 1 and not to.is_dir() and to.suffix == SUFFIXES[form]
            writes.put((to if single else to / f"{slip.id}{SUFFIXES[form]}").absolute(), render(slip))
        writes.apply()
        print(f"已写 {len(slips)} 份到 {to}", file=sys.stderr)  # noqa: T201
        return 0


def _renderer(session: Session, form: str) -> Callable[[Slip], bytes]:
    """As it was issued; one that was made void since says so at its head."""
    if form == "markdown":
        return lambda slip: paper_text(slip, session.ledger, as_sent=True).encode()
    from ledger.render.papers.docx import render  # noqa: PLC0415 - 80 ms for those who print

    return lambda slip: render(sent_paper(slip, session.ledger))


def _chosen(session: Session, refs: list[str], month: str | None) -> list[Slip]:
    """Those that were named; else all that stand, or were issued in the month. A row means its paper."""
    known = {slip.id: slip for slip in session.ledger.slips}
    names = dict.fromkeys(ref.partition("/")[0] for ref in refs)
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or "用 ledger list slips 查看编号"
            raise LedgerError(f"没有{quoted(name)}这份单；{hint}")
    slips = [known[name] for name in names] or [s for s in known.values() if issued_on(s, date.max)]
    if month is not None:
        slips = [s for s in slips if _issued_in(s, month)]
    if not slips:
        raise LedgerError(f"{month} 没有签发过单" if month else "还没有签发过单")
    return slips


def _issued_in(slip: Slip, month: str) -> bool:
    try:
        last = parse_month(month)
    except NoSuchDay as error:
        raise LedgerError(str(error)) from None
    issued = issued_on(slip, date.max)
    return issued is not None and (issued.year, issued.month) == (last.year, last.month)


def _restore(session: Session, slips: list[Slip], store: Store) -> int:
    """Write the papers that are missing beside their slips, or were edited."""
    writes = WriteSet()
    for slip in slips:
        path = session.ledger.paths["slip", slip.id]
        beside = session.on_disk(paper_name(path))
        content = paper_text(slip, session.ledger).encode()
        if session.ledger.papers.get(paper_name(path)) != "intact":
            writes.put(beside, content)
    count = len(writes.new)
    writes.apply(store)
    print(f"已写 {count} 份文稿" if count else "文稿都在，没有改动", file=sys.stderr)  # noqa: T201
    return 0
