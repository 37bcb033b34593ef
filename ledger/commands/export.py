"""``ledger export``."""

import itertools
import json
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Annotated

from typer import Argument, Option

from ledger.base.errors import LedgerError
from ledger.base.text import quoted
from ledger.commands.command import command
from ledger.commands.options import When, Where, Which
from ledger.commands.owing import chosen_duties
from ledger.commands.printing import complain, into_file, say, verdict_of
from ledger.commands.progress import watching
from ledger.commands.session import Session, open_session
from ledger.loading.things.tables import table_named
from ledger.measures.thing_selection import check_filters
from ledger.render.sheet_csv import csv_bytes
from ledger.reports.blocks import Report
from ledger.reports.exports.lines import records, thing_records
from ledger.reports.exports.printed_book import Chosen, by_plan, by_unit
from ledger.reports.exports.printed_table import COLUMNS
from ledger.reports.exports.thing_pages import thing_page, thing_sheet, whole_things
from ledger.reports.workbook import Workbook

_STDOUT = "-"
_BY = {"plan": by_plan, "unit": by_unit}


@command("export", kept=True)
def run(
    where: Where,
    when: When,
    which: Which,
    file: Annotated[
        str,
        Argument(metavar="文件", help="写到哪个文件，格式看扩展名：.xlsx、.csv、.jsonl、.ics；- 是标准输出"),
    ],
    by: Annotated[
        str | None, Option("--by", metavar="plan|unit", help="xlsx 每个方案一页（默认），或每个牵头单位一页")
    ] = None,
    to: Annotated[
        str | None, Option("--to", metavar="格式", help="写到标准输出的格式：csv、jsonl 或 ics")
    ] = None,
    kind: Annotated[
        str | None, Option("--kind", metavar="登记簿", help="只要一个登记簿的表，如 claims、findings")
    ] = None,
) -> int:
    """导出：打印和填报用的 xlsx、表格 csv、逐条 jsonl、待办日历 ics。

    例：ledger export 台账.xlsx；ledger export 财政局.ics --unit 市财政局；ledger export - --to csv

    例：ledger export 认领.xlsx --kind claims
    """
    form = _form(file, to)
    if by is not None and (by not in _BY or form != "xlsx"):
        raise LedgerError(f"--by {by} 不行：只有 xlsx 分页，可写 plan 或 unit")
    if kind is not None and (by is not None or form not in {"xlsx", "csv"}):
        raise LedgerError("--kind 要的是一张表：扩展名写 .xlsx 或 .csv，也不分页")
    session = open_session(where, when, which)
    content, said = _one(session, form, kind) if kind is not None else _FORMS[form](session, by or "plan")
    if file == _STDOUT:
        say(content.decode())
    else:
        into_file(Path(file), content, "导出")
        print(f"已写 {file}：{said}", file=sys.stderr)  # noqa: T201
    answer = session.answer("export", Report("导出", session.day.date, (), {}))
    print(*answer.remarks, sep="\n", end="\n" if answer.remarks else "", file=sys.stderr)  # noqa: T201
    complain(answer)
    return verdict_of(answer, strict=False)


def _form(file: str, to: str | None) -> str:
    """By the suffix; on stdout what was asked for, which has to be text."""
    if file != _STDOUT:
        form = PurePath(file).suffix.lower().removeprefix(".")
        if to is not None:
            raise LedgerError("--to 只用于标准输出（-）；写文件时格式看扩展名")
        if form not in _FORMS:
            raise LedgerError(
                f"看不出 {quoted(file)} 要什么格式；扩展名可写 {'、'.join(f'.{f}' for f in _FORMS)}"
            )
        return form
    if to is None or to not in _FORMS or to == "xlsx":
        raise LedgerError("写到标准输出要用 --to 写明格式：csv、jsonl 或 ics")
    return to


def _one(session: Session, form: str, kind: str) -> tuple[bytes, str]:
    """The table of one register, which ``import --into`` takes back; its head alone where it holds nothing."""
    table = table_named(kind)
    check_filters(table.thing, table.thing.word, session.chosen)
    sheet = thing_sheet(table, session.ledger, session.day.date, session.chosen)
    said = f"{table.title} {len(sheet.rows)} 件"
    if table.left_out:
        said += f"；{'、'.join(table.left_out)}一格装不下，不在表里"
    if form == "csv":
        return csv_bytes(sheet.heads, sheet.rows), said
    from ledger.render.workbook import workbook_bytes  # noqa: PLC0415 - for those who write one

    return workbook_bytes(Workbook(table.title, (thing_page(sheet),), shaded=False)), said


def _chosen(session: Session, *, things: bool = False) -> Chosen:
    """Raises LedgerError where the filters leave nothing, of registers neither where they come along (``things``)."""
    chosen = Chosen(session.ledger, session.day.date, session.plans, session.items, session.chosen)
    if not chosen.plans and not (things and any(whole_things(chosen.ledger, chosen.day, chosen.asked))):
        raise LedgerError("没有选中任何方案，没有可导出的；用 ledger items 和同样的筛选看看选中了哪些")
    return chosen


def _xlsx(session: Session, by: str) -> tuple[bytes, str]:
    from ledger.render.workbook import workbook_bytes  # noqa: PLC0415 - for those who write one

    chosen = _chosen(session, things=by == "plan")
    return workbook_bytes(_BY[by](chosen), watching("写工作簿")), _counted(chosen, things=by == "plan")


def _csv(session: Session, _: str) -> tuple[bytes, str]:
    chosen = _chosen(session)
    rows = ([column.cell(standing).text for column in COLUMNS] for standing in chosen.items)
    return csv_bytes([column.head for column in COLUMNS], rows), _counted(chosen)


def _jsonl(session: Session, _: str) -> tuple[bytes, str]:
    chosen = _chosen(session, things=True)
    things = (holding for _, holding in whole_things(chosen.ledger, chosen.day, chosen.asked))
    told = itertools.chain(records(chosen.records), thing_records(things))
    lines = (json.dumps(record, ensure_ascii=False) for record in told)
    return "".join(f"{line}\n" for line in lines).encode(), _counted(chosen, things=True)


def _ics(session: Session, _: str) -> tuple[bytes, str]:
    from ledger.render.calendar import calendar_bytes  # noqa: PLC0415 - 60 ms for those who subscribe

    duties = chosen_duties(session)
    units = (*session.chosen.leads, *session.chosen.units)
    name = f"{'、'.join(units) or session.ledger.settings.name}待办"
    return calendar_bytes(name, session.day.date, duties), f"{len(duties)} 件待办"


def _counted(chosen: Chosen, *, things: bool = False) -> str:
    held = sum(1 for _ in whole_things(chosen.ledger, chosen.day, chosen.asked)) if things else 0
    more = f"，登记簿 {held} 件" if held else ""
    return f"{len(chosen.plans)} 个方案 {len(chosen.items)} 项{more}"


_FORMS: dict[str, Callable[[Session, str], tuple[bytes, str]]] = {
    "xlsx": _xlsx,
    "csv": _csv,
    "jsonl": _jsonl,
    "ics": _ics,
}
