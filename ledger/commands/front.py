"""The way in: commands found in their table, help in Chinese, faults told in the right voice, exit codes."""

import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from typer import Option
from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.core import TyperCommand, TyperGroup

from ledger import FORMAT, __version__
from ledger.commands.usage import format_options, sentence
from ledger.files.tree import shown

IMPOSSIBLE, CRASHED, INTERRUPTED = 2, 3, 130
_SETTINGS = {"help_option_names": ["-h", "--help"]}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the command table."""

    panel: str
    name: str
    module: str
    summary: str


class Page(TyperCommand):
    """A command whose help page is Chinese."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), "用法：")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        format_options(self, ctx, formatter)


class Door(TyperGroup):
    """The table of commands; a command's module is imported when it is wanted."""

    table: Sequence[Entry] = ()

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002
        return [entry.name for entry in self.table]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        entry = next((e for e in self.table if e.name == cmd_name), None)
        if entry is None:
            return None
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(entry.name, cls=Page, context_settings=_SETTINGS)(
            importlib.import_module(entry.module).run
        )
        return typer.main.get_command(app)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[选项] 命令 …", "用法：")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        format_options(self, ctx, formatter)

    def format_epilog(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002
        for panel in dict.fromkeys(e.panel for e in self.table):
            with formatter.section(panel):
                formatter.write_dl([(e.name, e.summary) for e in self.table if e.panel == panel])
        formatter.write_paragraph()
        formatter.write_text(
            "每个命令都有 --help。退出码：0 正常；1 有错误；2 用法不对或读不了台账；3 程序出错。"
        )

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """The panels stand in the epilog: nothing is imported to show them."""


def open_door(table: Sequence[Entry], arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    door = typer.main.get_command(_application())
    assert isinstance(door, Door)  # noqa: S101 - it was asked for by class
    door.table = table
    try:
        code = door.main(
            list(sys.argv[1:] if arguments is None else arguments), "ledger", standalone_mode=False
        )
        sys.stdout.flush()
    except NoArgsIsHelpError as error:
        print(error.format_message())  # noqa: T201
        return IMPOSSIBLE
    except ClickException as error:
        print(f"错误：{' '.join(shown(sentence(error)).splitlines())}", file=sys.stderr)  # noqa: T201
        return IMPOSSIBLE
    except typer.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - our bug: say so, and keep what is needed to mend it
        return _apologise(error)
    return int(code or 0)


def _application() -> typer.Typer:
    app = typer.Typer(
        cls=Door,
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        context_settings=_SETTINGS,
    )
    app.callback()(_ledger)
    return app


def _ledger(
    ctx: typer.Context,
    ledger: Annotated[
        Path | None, Option("--ledger", metavar="文件夹", help="台账所在文件夹，也可写在命令之后")
    ] = None,
    version: Annotated[
        bool, Option("--version", is_eager=True, callback=lambda v: _version(wanted=v), help="版本")
    ] = False,
) -> None:
    """改革督察台账：方案、事项、时限、三单一书。"""
    del version
    if ledger is not None:
        os.environ["LEDGER_DIR"] = str(ledger)
    ctx.obj = None


def _version(*, wanted: bool) -> None:
    if wanted:
        print(f"ledger {__version__}（台账格式 {FORMAT}）")  # noqa: T201
        raise typer.Exit


def _apologise(error: Exception) -> int:
    import tempfile  # noqa: PLC0415 - only when we were wrong
    import traceback  # noqa: PLC0415

    report = "".join(traceback.format_exception(error))
    handle, name = tempfile.mkstemp(prefix="ledger-crash-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"ledger {__version__}\npython {sys.version}\narguments {sys.argv[1:]!r}\n\n{report}")
    print(f"程序出错，不是你的错：{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
    print(f"没有改动任何文件。详情已写入 {name}，请把它发给维护者。", file=sys.stderr)  # noqa: T201
    return CRASHED
