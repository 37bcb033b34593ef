"""What a shell offers when TAB is pressed: its own way of asking is typer's, what is offered is ours.

The shell runs ``ledger`` with ``_LEDGER_COMPLETE`` set; whatever happens then, nothing but offers may be printed.
"""

import contextlib
import io
import os
import re
from collections.abc import Callable
from pathlib import Path

from typer._click import Context, Parameter
from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    _resolve_context,
    _resolve_incomplete,
)
from typer._completion_classes import BashComplete, FishComplete, PowerShellComplete, ZshComplete
from typer._completion_shared import _get_shell_name, get_completion_script
from typer._completion_shared import install as install_for

from ledger.base.errors import LedgerError
from ledger.commands.front import COMPLETING, Door
from ledger.commands.options import Output
from ledger.commands.printing import impossible

_MEANT_BY_SHELLS = re.compile(r"[^\w\-./#〔〕（）·、，。；—]+")
"""Names are data: what a shell might read as more than a name is never handed to it."""


class _Ours(ShellComplete):
    """Offers by what a parameter's metavar says it takes; nothing is imported to list the commands."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        words = [word for word in args if word != "="]  # bash takes --lead=市财政局 for three words
        context = _resolve_context(self.cli, self.ctx_args, self.prog_name, words)
        wanted, word = _resolve_incomplete(context, words, incomplete)
        if isinstance(wanted, Parameter):
            from ledger.commands.asked import Asked  # noqa: PLC0415 - commands are offered sooner without
            from ledger.commands.offers import offers  # noqa: PLC0415

            place = wanted.make_metavar(context)
            asked = Asked(context.info_name or "", words, word, place, _folder(context))
            found = [(offer.value, offer.about) for offer in offers(asked)]
        elif isinstance(wanted, Door) and not word.startswith("-"):
            found = [(e.name, e.summary) for e in wanted.table if e.name.startswith(word)]
        else:
            found = [(i.value, i.help or "") for i in wanted.shell_complete(context, word)]
        return [
            CompletionItem(value, help=_MEANT_BY_SHELLS.sub(" ", about).strip())
            for value, about in found
            if not _MEANT_BY_SHELLS.search(value)
        ]


def _folder(context: Context) -> Path | None:
    """What --ledger says, behind the command or before it."""
    given = context.params.get("ledger") or context.find_root().params.get("ledger")
    return Path(given) if given else None


class _Bash(_Ours, BashComplete):
    pass


class _Zsh(_Ours, ZshComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f'"{item.value}":"{item.help}"' if item.help else f'"{item.value}"'


class _Fish(_Ours, FishComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


class _PowerShell(_Ours, PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}:::{item.help or ' '}"


_SHELLS: dict[str, type[BashComplete | ZshComplete | FishComplete | PowerShellComplete]] = {
    "bash": _Bash,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
    "pwsh": _PowerShell,
}


def complete(door: Door) -> int:
    """Answer the shell that asks through the environment; silent about everything that goes wrong."""
    instruction, _, shell = os.environ[COMPLETING].partition("_")
    kind = _SHELLS.get(shell)
    if kind is None or instruction != "complete":
        return 1
    text, code = "", 0
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            text = kind(door, {}, "ledger", COMPLETING).complete()
        except SystemExit as done:  # fish asks for an exit code
            code = int(done.code or 0)
        except Exception:  # noqa: BLE001 - half a command line, a broken ledger: nothing to offer
            code = 0
    if text:
        print(text)  # noqa: T201
    return code


def install() -> int:
    """Set it up for the shell that runs us, and say where; the exit code."""
    return _told(_install)


def show() -> int:
    """Print what a shell has to read once; the exit code."""
    return _told(_script)


def _told(words: Callable[[], str]) -> int:
    try:
        print(words())  # noqa: T201
    except LedgerError as error:
        return impossible("", str(error), Output())
    return 0


def _install() -> str:
    shell = _shell()
    if shell in {"powershell", "pwsh"}:  # typer would loosen the policy of execution to do it
        raise LedgerError("PowerShell 请自己装：ledger --show-completion >> $PROFILE，再新开一个窗口")
    try:
        _, path = install_for(shell, "ledger", COMPLETING)
    except OSError as error:
        raise LedgerError(f"写不了 {error.filename}：{error.strerror or error}") from None
    return f"已为 {shell} 装好补全（{path}）；新开一个终端以后，按 TAB 键补全命令、选项、编号、单位和事件"


def _script() -> str:
    return get_completion_script(prog_name="ledger", complete_var=COMPLETING, shell=_shell())


def _shell() -> str:
    """The shell that runs us, else the one that the user logs in with."""
    found = _get_shell_name() or Path(os.environ.get("SHELL", "")).name
    if found not in _SHELLS:
        raise LedgerError("不认得当前的 shell；补全能用于 bash、zsh、fish 和 PowerShell")
    return found
