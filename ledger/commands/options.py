"""Options that commands share, as dataclasses; :mod:`ledger.commands.command` spreads them over a command line."""

import dataclasses
from pathlib import Path
from typing import Annotated

from typer import Option

Names = list[str] | None


@dataclasses.dataclass(frozen=True, slots=True)
class Where:
    """Which ledger, and which version of its files."""

    ledger: Annotated[
        Path | None,
        Option("--ledger", envvar="LEDGER_DIR", metavar="文件夹", help="台账所在文件夹", show_envvar=False),
    ] = None
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
        Names, Option("--status", metavar="状态", help="只看某种状态，如 未启动、逾期、将到期")
    ] = None
    text: Annotated[str | None, Option("--text", metavar="文字", help="名称或原文里有这段文字")] = None
    issued_for: Annotated[
        str | None, Option("--issued-for", metavar="6m", help="只看正式印发满几个月的方案，如 6m")
    ] = None


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
        str, Option("--format", metavar="格式", show_default=False, help="text（默认）、json 或 github")
    ] = "text"
