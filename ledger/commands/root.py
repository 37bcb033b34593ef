"""What ``ledger`` itself takes, before any command."""

import os
from pathlib import Path
from typing import Annotated

import typer
from typer import Option

from ledger import FORMAT, __version__
from ledger.commands.answers import NO_CACHE


def ledger(
    ctx: typer.Context,
    ledger: Annotated[
        Path | None, Option("--ledger", metavar="文件夹", help="台账所在文件夹，也可写在命令之后")
    ] = None,
    no_cache: Annotated[
        bool, Option(NO_CACHE, help="不用缓存，全部重新读、重新算；也可写在命令之后")
    ] = False,
    version: Annotated[
        bool, Option("--version", is_eager=True, callback=lambda v: _version(wanted=v), help="版本")
    ] = False,
    install: Annotated[
        bool,
        Option(
            "--install-completion",
            is_eager=True,
            callback=lambda v: _set_up(wanted=v),
            help="为当前的 shell 装上 TAB 补全，装一次就行",
        ),
    ] = False,
    show: Annotated[
        bool,
        Option(
            "--show-completion",
            is_eager=True,
            callback=lambda v: _show(wanted=v),
            help="打印补全脚本，供自己安装",
        ),
    ] = False,
) -> None:
    """改革督察台账：方案、事项、时限、三单一书。"""
    del version, install, show
    if ledger is not None:
        os.environ["LEDGER_DIR"] = str(ledger)
    if no_cache and ctx.invoked_subcommand is not None:
        ctx.default_map = {ctx.invoked_subcommand: {"no_cache": True}}


def _version(*, wanted: bool) -> None:
    if wanted:
        print(f"ledger {__version__}（台账格式 {FORMAT}）")  # noqa: T201
        raise typer.Exit


def _set_up(*, wanted: bool) -> None:
    if wanted:
        from ledger.commands.completion import install  # noqa: PLC0415 - once in a lifetime

        raise typer.Exit(install())


def _show(*, wanted: bool) -> None:
    if wanted:
        from ledger.commands.completion import show  # noqa: PLC0415 - once in a lifetime

        raise typer.Exit(show())
