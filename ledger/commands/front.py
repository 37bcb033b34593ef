"""The way in: commands found in their table, help in Chinese, faults told in the right voice, exit codes."""

import importlib
import os
import sys
from collections.abc import Sequence
from itertools import pairwise

import typer
from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.core import TyperCommand, TyperGroup

from ledger import __version__
from ledger.commands import root
from ledger.commands.entry import Entry
from ledger.commands.streams import has_gone, listen_no_more, settle_streams
from ledger.commands.usage import format_options, sentence, write_list

IMPOSSIBLE, CRASHED, INTERRUPTED = 2, 3, 130
COMPLETING = "_LEDGER_COMPLETE"
"""Set by a shell that asks what may come next."""
_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Page(TyperCommand):
    """A command whose help page is Chinese."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = [p.replace("[OPTIONS]", "[选项]").strip("{}") for p in self.collect_usage_pieces(ctx)]
        formatter.write(f"用法：{ctx.command_path} {' '.join(pieces)}\n")

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
        run = importlib.import_module(entry.module).run
        app.command(entry.name, cls=Page, context_settings=_SETTINGS)(run)
        return typer.main.get_command(app)

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(f"用法：{ctx.command_path} [选项] 命令 …\n")

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Options, then the commands by panel: nothing is imported to show them."""
        format_options(self, ctx, formatter)
        for panel in dict.fromkeys(e.panel for e in self.table):
            write_list(formatter, panel, [(e.name, e.summary) for e in self.table if e.panel == panel])
        formatter.write(
            "\n每个命令都有 --help。退出码：0 正常；1 有错误；2 用法不对或读不了台账；3 程序出错。\n"
        )


def open_door(table: Sequence[Entry], arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    door = typer.main.get_command(_application())
    assert isinstance(door, Door)  # noqa: S101 - it was asked for by class
    door.table = table
    words = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stdout is None:  # closed by whoever started us
        print("错误：标准输出是关着的，没有地方打印", file=sys.stderr)  # noqa: T201
        return IMPOSSIBLE
    settle_streams()
    try:
        if os.environ.get(COMPLETING):
            from ledger.commands.completion import complete  # noqa: PLC0415 - only for a shell

            code = complete(door)
        else:
            code = door.main(words, "ledger", standalone_mode=False)
        sys.stdout.flush()
    except NoArgsIsHelpError as error:
        print(error.format_message())  # noqa: T201
        return IMPOSSIBLE
    except ClickException as error:
        return _wrong_use(error, words)
    except typer.Abort:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - our bug: say so, and keep what is needed to mend it
        if isinstance(error, OSError) and has_gone(error):
            listen_no_more()
            return 0
        return _apologise(error, words)
    return int(code or 0)


def _application() -> typer.Typer:
    app = typer.Typer(
        cls=Door,
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
        context_settings=_SETTINGS,
    )
    app.callback()(root.ledger)
    return app


def _wrong_use(error: ClickException, words: Sequence[str]) -> int:
    """One sentence; and where json was asked for, its document too."""
    from ledger.commands.options import Output  # noqa: PLC0415 - the way out needs more than the way in
    from ledger.commands.printing import impossible  # noqa: PLC0415

    asked = "--format=json" in words or ("--format", "json") in pairwise(words)
    command = next((word for word in words if not word.startswith("-")), "")
    return impossible(command, sentence(error), Output(format="json") if asked else Output())


def _apologise(error: Exception, words: Sequence[str]) -> int:
    import tempfile  # noqa: PLC0415 - only when we were wrong
    import traceback  # noqa: PLC0415

    handle, name = tempfile.mkstemp(prefix="ledger-crash-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
        file.write(f"ledger {__version__}\npython {sys.version}\narguments {words!r}\n\n")
        file.write("".join(traceback.format_exception(error)))
    print(f"程序出错，不是你的错：{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
    print(f"没有改动任何文件。详情已写入 {name}，请把它发给维护者。", file=sys.stderr)  # noqa: T201
    return CRASHED
