"""``ledger new``."""

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Annotated

from typer import Argument, Option

from ledger.actions.creating import CREATORS, Created, Given
from ledger.actions.creating_things import new_thing, said_of
from ledger.actions.importing.home import Home
from ledger.base.errors import LedgerError
from ledger.base.text import did_you_mean
from ledger.commands.clock import today
from ledger.commands.command import command
from ledger.commands.entering import enter_file
from ledger.commands.judging import past_day
from ledger.commands.options import Folder, Names, Output, When
from ledger.commands.writing import writing_session
from ledger.files.scalars import Value
from ledger.files.tree import WorkTree
from ledger.loading.things.tables import table_named, tables


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """What is said of the new thing, in the order in which files have it."""

    id: Annotated[str | None, Option("--id", metavar="序号", help="事项：编号，不写则接着往下编")] = None
    title: Annotated[str | None, Option("--title", metavar="文字", help="方案、事项：名称")] = None
    number: Annotated[str | None, Option("--number", metavar="文号", help="方案：印发文号")] = None
    part: Annotated[str | None, Option("--part", metavar="部分", help="事项：属于方案的哪一部分")] = None
    text: Annotated[str | None, Option("--text", metavar="原文", help="事项：方案里的原文")] = None
    field: Annotated[str | None, Option("--field", metavar="领域", help="方案、事项：改革领域")] = None
    group: Annotated[str | None, Option("--group", metavar="小组", help="方案、事项：专项小组")] = None
    lead: Annotated[Names, Option("--lead", metavar="单位", help="方案、事项：牵头单位，可写几次")] = None
    with_: Annotated[Names, Option("--with", metavar="单位", help="事项：配合单位，可写几次")] = None
    due: Annotated[
        str | None, Option("--due", metavar="时限", help="事项：如 2017-06-30、2017-06、2017Q2、2017、长期")
    ] = None
    issued: Annotated[str | None, Option("--date", metavar="日期", help="方案：印发日期，记一条印发")] = None
    kind: Annotated[
        str | None, Option("--kind", metavar="类别", help="单位：部门、区县、专项小组、镇办、机构 等")
    ] = None
    aliases: Annotated[Names, Option("--alias", metavar="简称", help="单位：简称，可写几次")] = None

    set: Annotated[
        Names, Option("--set", metavar="字段=值", help="登记簿：字段的名称和值，可写几次；几个名称用顿号")
    ] = None


_TAKES = {
    "plan": {"title", "number", "field", "group", "lead", "issued"},
    "item": {"id", "title", "part", "text", "field", "group", "lead", "with", "due"},
    "unit": {"kind", "aliases"},
}
_OPTIONS = {"issued": "date", "aliases": "alias"}
_LISTS = {"with", "aliases"}


@command("new")
def run(
    what: Annotated[
        str, Argument(metavar="对象", help="plan、item、unit，或登记簿里的一件：claim、finding、认领 等")
    ],
    name: Annotated[
        str,
        Argument(
            metavar="编号|名称",
            help="方案、登记簿里一件的编号；事项所在方案、问题所在督察的编号；单位的全称",
        ),
    ],
    where: Folder,
    told: Told,
) -> int:
    """新建一个方案、一件事项、一个单位，或登记簿里的一件，写进台账，并打印改动；已有的不动，通不过检查的不写。

    例：ledger new plan zb-2017-17 --title 社区治理方案 --lead 市民政局；ledger new item zb-2017-17 --title 编制清单 --due 2017-12-31

    例：ledger new claim RL-2017-09 --title 社区治理 --set 认领领导=沈砚青 --set 事项=zb-2017-13/1、zb-2017-13/2 --due 2017-12-31
    """
    creator, given = _wanted(what, told)
    with writing_session(where, When()) as (session, store):
        prefix = WorkTree(session.folder).prefix
        home = Home(session.folder, prefix, session.ledger, session.sources.contents)
        created: Created = creator(home, name, given, today())
        return enter_file("new", session, store, created, Output())


def _wanted(what: str, told: Told) -> tuple[Callable[[Home, str, Given, date], Created], Given]:
    """Who makes such a thing, and of what."""
    if what in CREATORS:
        if told.set:
            raise LedgerError(f"新建 {what} 用不到 --set；见 ledger new --help")
        return CREATORS[what], _given(what, told)
    known = [*CREATORS, *(word for t in tables() for word in (t.thing.kind, t.thing.word))]
    if what not in {*known, *(table.name for table in tables())}:
        hint = (
            did_you_mean(what, known) or f"可写 {'、'.join([*CREATORS, *(t.thing.kind for t in tables())])}"
        )
        raise LedgerError(f"不能新建“{what}”；{hint}")
    table = table_named(what)
    said = {_OPTIONS.get(key, key): _one_alone(value) for key, value in _said(told)}
    idle = next((key for key in said if key not in {column.key for column in table.columns} - {"id"}), None)
    if idle is not None:
        raise LedgerError(f"{table.thing.word}没有 --{idle} 所说的；用 --set 字段=值，见 ledger new --help")
    return partial(new_thing, table), said_of(table, said, told.set or ())


def _said(told: Told) -> Iterator[tuple[str, Value]]:
    """What was given at all, but for ``set``."""
    for field in dataclasses.fields(told):
        value = getattr(told, field.name)
        if value and field.name != "set" and (not isinstance(value, str) or value.strip()):
            yield field.name.rstrip("_"), value


def _one_alone(value: Value) -> Value:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _given(what: str, told: Told) -> Given:
    """The keys of files with their values; raises LedgerError for options that mean nothing for this kind of thing."""
    given: dict[str, Value] = {}
    for key, value in _said(told):
        if key not in _TAKES[what]:
            raise LedgerError(f"新建 {what} 用不到 --{_OPTIONS.get(key, key)}；见 ledger new --help")
        given[key] = value if key in _LISTS else _one_alone(value)
    if "title" in _TAKES[what] and "title" not in given:
        raise LedgerError(f"新建 {what} 要写 --title 名称")
    if told.issued is not None:
        given["issued"] = past_day(told.issued, today()).isoformat()
    return given
