"""A file and what was said beside it → what it comes to in an open ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from typer import Option

from ledger.actions.importing.home import Home
from ledger.actions.importing.importing import Brought, Import, importing
from ledger.actions.importing.orders import Orders
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean, quoted
from ledger.commands.clock import today
from ledger.commands.judging import past_day
from ledger.commands.options import Names
from ledger.commands.progress import steps
from ledger.commands.session import Session
from ledger.files.given import read_given
from ledger.files.sheets.reading import read_sheets
from ledger.files.tree import WorkTree, shown
from ledger.loading.exports.exported import exported
from ledger.loading.exports.exported_things import exported_things, thing_lines
from ledger.loading.exports.whole import LINES, whole_lines
from ledger.loading.sheets.asked import Asked
from ledger.loading.sheets.reading import read_drafts
from ledger.loading.sheets.tables import with_sheets
from ledger.loading.things.rows import read_things
from ledger.loading.things.tables import ThingTable, table_named
from ledger.measures.plans import plan_standing
from ledger.model.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Answers:
    """What the sheet leaves open."""

    plan: Annotated[str | None, Option("--plan", metavar="方案", help="是哪个方案；没有的，新建")] = None
    into: Annotated[
        str | None, Option("--into", metavar="登记簿", help="一行是登记簿里的一件：problems、findings …")
    ] = None
    year: Annotated[int | None, Option("--year", metavar="年", help="没写年份的时限是哪一年")] = None
    lead: Annotated[str | None, Option("--lead", metavar="单位", help="没写谁牵头的各行，由哪个单位牵头")] = (
        None
    )
    by: Annotated[str | None, Option("--by", metavar="单位|领导", help="时限、牵头单位变了的，由谁决定")] = (
        None
    )
    date: Annotated[
        str | None,
        Option("--date", metavar="日期", help="表里的情况是哪一天的，不写则照表上的“截至”，没有的为今天"),
    ] = None
    sheet: Annotated[
        Names, Option("--sheet", metavar="工作表", help="只读哪张工作表；可写几次，隐藏的也能指明")
    ] = None
    add_units: Annotated[bool, Option("--add-units", help="名册里没有的单位，登记到 units.yaml")] = False


def _brought(file: Path, asked: Asked) -> Brought:
    """What the file holds, for people and as a whole."""
    path = shown(str(file))
    content = read_given(file)
    if file.suffix.lower() == LINES:
        return Brought(whole=whole_lines(path, content), things=thing_lines(path, content))
    things, faults, sheets = exported_things(read_sheets(path, file.name, content))
    whole, sheets = exported(sheets)
    drafts = read_drafts(sheets, asked) if sheets.sheets or not (whole or things) else []
    return Brought(drafts, whole, things, faults)


def _into(file: Path, table: ThingTable, sheets: Sequence[str]) -> Brought:
    """A sheet of things; of a workbook the sheets that were named, hidden ones too."""
    read = read_sheets(shown(str(file)), file.name, read_given(file))
    rows, faults = read_things(with_sheets(read, sheets), table)
    return Brought(things=rows, faults=faults)


def bring(file: Path, session: Session, answers: Answers) -> Import:
    ledger, now, table = session.ledger, today(), _table(answers)
    day = past_day(answers.date, now) if answers.date is not None else session.day.date
    asked = Asked(
        units=ledger.units,
        day=day,
        fields=ledger.settings.fields,
        year=answers.year,
        issued=_issued(ledger, answers.plan),
        lead=_unit(ledger, answers.lead, day) if answers.lead is not None else None,
        sheets=tuple(answers.sheet or ()),
    )
    orders = Orders(
        day=day,
        today=now,
        as_of=max(day, session.day.date),
        dated=answers.date is not None,
        by=_decider(ledger, answers.by, day) if answers.by is not None else None,
        add_units=answers.add_units,
        year=answers.year,
    )
    home = Home(session.folder, WorkTree(session.folder).prefix, ledger, session.sources.contents)
    with steps("读取表格，与台账比对"):
        brought = _brought(file, asked) if table is None else _into(file, table, asked.sheets)
        return importing(brought, answers.plan, home, session.sources, orders)


def _table(answers: Answers) -> ThingTable | None:
    """Raises LedgerError for what was said of plans, where a register is meant."""
    if answers.into is None:
        return None
    idle = next((k for k in ("plan", "year", "lead", "by", "date") if getattr(answers, k) is not None), None)
    if idle is not None:
        raise LedgerError(f"--{idle} 说的是方案和事项，与 --into 不能同用")
    return table_named(answers.into)


def _issued(ledger: Ledger, name: str | None) -> date | None:
    """The day of the plan's document, for time limits that are told from it."""
    plan = ledger.plan(name) if name is not None else None
    return plan_standing(plan, date.max).issued if plan else None


def _unit(ledger: Ledger, name: str, day: date) -> str:
    unit = ledger.units.find(name, day)
    if unit is None:
        raise LedgerError(
            f"没有{quoted(name)}这个单位；{did_you_mean(name, ledger.units.names) or '先在 units.yaml 登记'}"
        )
    return unit.id


def _decider(ledger: Ledger, name: str, day: date) -> str:
    return name if ledger.units.is_leader(name) else _unit(ledger, name, day)
