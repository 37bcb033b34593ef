"""Options that commands share, as dataclasses; :mod:`ledger.commands.command` spreads them over a command line."""

import dataclasses
from pathlib import Path
from typing import Annotated

from typer import Option

from ledger.commands.answers import NO_CACHE

Names = list[str] | None


@dataclasses.dataclass(frozen=True, slots=True)
class Folder:
    """Which ledger."""

    ledger: Annotated[
        Path | None,
        Option("--ledger", envvar="LEDGER_DIR", metavar="文件夹", help="台账所在文件夹", show_envvar=False),
    ] = None
    no_cache: Annotated[bool, Option(NO_CACHE, help="不用缓存，全部重新读、重新算")] = False


@dataclasses.dataclass(frozen=True, slots=True)
class Where(Folder):
    """Which ledger, and which version of its files."""

    at: Annotated[
        str | None, Option("--at", metavar="版本|日期", help="读取过去某次提交（或某日最后一次提交）的文件")
    ] = None


@dataclasses.dataclass(frozen=True, slots=True)
class When:
    """The day on which the ledger is judged."""

    day: Annotated[str | None, Option("--day", metavar="日期", help="按哪一天判定，如 2017-10-31")] = None
    month: Annotated[
        str | None, Option("--month", metavar="月份", help="按哪个月的最后一天判定，如 2017-10")
    ] = None


@dataclasses.dataclass(frozen=True, slots=True)
class Which:
    """Filters. One filter given twice takes either; different filters all have to fit."""

    plan: Annotated[Names, Option("--plan", metavar="方案", help="只看某个方案")] = None
    field: Annotated[Names, Option("--field", metavar="领域", help="只看某个领域")] = None
    group: Annotated[Names, Option("--group", metavar="小组", help="只看某个专项小组")] = None
    lead: Annotated[Names, Option("--lead", metavar="单位", help="只看某单位牵头的")] = None
    unit: Annotated[Names, Option("--unit", metavar="单位", help="只看某单位牵头或配合的")] = None
    status: Annotated[
        Names, Option("--status", metavar="状态", help="只看某种状态，如 未启动、逾期、本月到期")
    ] = None
    cause: Annotated[Names, Option("--cause", metavar="原因", help="只看因此推不动的，如 资金未落实")] = None
    text: Annotated[str | None, Option("--text", metavar="文字", help="名称或原文里有这段文字")] = None
    issued_for: Annotated[
        str | None, Option("--issued-for", metavar="6m", help="只看正式印发满几个月的方案，如 6m")
    ] = None


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """What an entry says, named as its fields in the files."""

    date: Annotated[str | None, Option("--date", metavar="日期", help="事实发生的那一天，不写则为今天")] = (
        None
    )
    by: Annotated[str | None, Option("--by", metavar="单位|领导", help="由谁作出")] = None
    note: Annotated[str | None, Option("--note", metavar="文字", help="说明")] = None
    cause: Annotated[str | None, Option("--cause", metavar="原因", help="为什么推不动")] = None
    percent: Annotated[str | None, Option("--percent", metavar="数", help="进度，0 至 100")] = None
    node: Annotated[
        str | None, Option("--node", metavar="节点", help="节点编号；也可写在编号里：zb-2017-05/2#a")
    ] = None
    until: Annotated[str | None, Option("--until", metavar="日期", help="延期到、暂缓到哪一天")] = None
    to: Annotated[Names, Option("--to", metavar="单位|值", help="移交给谁；更正成什么")] = None
    from_: Annotated[
        str | None,
        Option(
            "--from", metavar="单位|文件", help="几个牵头单位时，由谁移交；不写编号和事件时，是记着许多条的表"
        ),
    ] = None
    into: Annotated[Names, Option("--into", metavar="编号", help="并入、拆分成的事项")] = None
    result: Annotated[str | None, Option("--result", metavar="结果", help="巩固、反弹；维持、撤销")] = None
    evidence: Annotated[
        Names,
        Option("--evidence", metavar="文号[:类别]", help="佐证，可写几次：云政办发〔2017〕31号:制度成果"),
    ] = None
    plan: Annotated[str | None, Option("--plan", metavar="方案", help="配套印发的方案编号")] = None
    voids: Annotated[
        str | None, Option("--voids", metavar="日期:事件", help="更正：作废哪一条，如 2017-06-22:完成")
    ] = None
    field: Annotated[str | None, Option("--field", metavar="键", help="更正笔误：title、due 或 lead")] = None


@dataclasses.dataclass(frozen=True, slots=True)
class Output:
    """How the answer is printed."""

    format: Annotated[
        str,
        Option(
            "--format",
            metavar="格式",
            show_default=False,
            help="table（默认）、plain、markdown、json、jsonl 或 csv",
        ),
    ] = "table"
    output: Annotated[Path | None, Option("-o", "--output", metavar="文件", help="写到文件，不打印")] = None
    color: Annotated[
        str, Option("--color", metavar="auto|always|never", show_default=False, help="是否用颜色")
    ] = "auto"


@dataclasses.dataclass(frozen=True, slots=True)
class Findings(Output):
    """How diagnostics are printed."""

    format: Annotated[
        str,
        Option(
            "--format",
            metavar="格式",
            show_default=False,
            help="text（默认）、markdown、json、github、gitlab 或 sarif",
        ),
    ] = "text"
